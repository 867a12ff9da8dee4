package fr.liaison.gateway;

import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;

/**
 * Starts the gateway with settings from the environment and runs until it is told to stop. Exit
 * status 2: a setting cannot be read; 1: it could not listen.
 */
public final class Main {
  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

  private Main() {}

  public static void main(String[] arguments) {
    if (System.getProperty(LOG_FORMAT) == null) {
      System.setProperty(LOG_FORMAT, "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    }
    GatewayConfig config;
    try {
      config = GatewayConfig.from(System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    run(config);
  }

  private static void run(GatewayConfig config) {
    System.Logger log = System.getLogger(Main.class.getName());
    Vertx vertx = Vertx.vertx();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> vertx.close().toCompletionStage().toCompletableFuture().join(), "stop"));
    Gateway.start(vertx, config)
        .onSuccess(gateway -> log.log(Level.INFO, "listening port={0}", "" + gateway.port()))
        .onFailure(
            reason -> {
              log.log(
                  Level.ERROR, "cannot listen on " + config.host() + ":" + config.port(), reason);
              Thread.ofPlatform().start(() -> System.exit(1));
            });
  }
}
