package fr.liaison.gateway;

import fr.liaison.gateway.answer.Problems;
import fr.liaison.gateway.answer.SecurityHeaders;
import fr.liaison.gateway.forward.Forward;
import fr.liaison.gateway.forward.HeaderRules;
import fr.liaison.gateway.forward.Tunnel;
import fr.liaison.gateway.limit.RateLimiter;
import fr.liaison.gateway.limit.RateRules;
import fr.liaison.gateway.route.Routes;
import fr.liaison.gateway.site.Site;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gateway, listening: connections and their limits. One event loop. */
public final class Gateway extends AbstractVerticle {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int REQUEST_LINE_BYTES = 8 * 1024;
  private static final int IDLE_SECONDS = 120;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int CONNECTIONS_PER_UPSTREAM = 512;

  private final GatewayConfig config;
  private final Routes routes;
  private final RateRules rates;
  private @Nullable HttpServer server;

  public Gateway(GatewayConfig config) {
    this.config = config;
    this.routes = new Routes(config.services().keySet(), config.realms(), config.bodies());
    this.rates =
        new RateRules(
            new RateLimiter(config.perAddress(), System::nanoTime),
            new RateLimiter(config.perCredential(), System::nanoTime),
            new RateLimiter(config.perLogin(), System::nanoTime));
  }

  /** Starts a gateway in this Vert.x; completes when it listens. */
  public static Future<Gateway> start(Vertx vertx, GatewayConfig config) {
    Gateway gateway = new Gateway(config);
    return vertx.deployVerticle(gateway).map(gateway);
  }

  /** The port it listens on; only once started. */
  public int port() {
    HttpServer listening = server;
    if (listening == null) {
      throw new IllegalStateException("the gateway is not started");
    }
    return listening.actualPort();
  }

  @Override
  public void start(Promise<Void> started) {
    SecurityHeaders security =
        new SecurityHeaders("https".equals(config.publicOrigin().getScheme()));
    Problems problems = new Problems(vertx, security);
    HeaderRules rules = new HeaderRules(config.publicOrigin());
    HttpClient client = vertx.createHttpClient(upstreamOptions());
    Exchange exchange =
        new Exchange(
            config,
            routes,
            rates,
            problems,
            security,
            new Forward(vertx, client, rules, security, problems),
            new Tunnel(vertx.createHttpClient(socketOptions()), rules, security, problems),
            new Site(vertx, config.webRoot(), security, problems));
    SilentConnections silent = new SilentConnections(vertx);
    HttpServer listening = vertx.createHttpServer(publicOptions());
    server = listening;
    listening
        .connectionHandler(silent::opened)
        .requestHandler(
            request -> {
              silent.spoke(request.connection());
              exchange.handle(request);
            })
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private HttpServerOptions publicOptions() {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxInitialLineLength(REQUEST_LINE_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setHttp2ClearTextEnabled(false);
  }

  /** Sockets hold their connection for as long as they live: none of them waits for another. */
  private HttpClientOptions socketOptions() {
    return upstreamOptions().setMaxPoolSize(config.sockets()).setMaxWaitQueueSize(0);
  }

  private static HttpClientOptions upstreamOptions() {
    return new HttpClientOptions()
        .setConnectTimeout(CONNECT_MILLIS)
        .setIdleTimeout(IDLE_SECONDS)
        .setMaxPoolSize(CONNECTIONS_PER_UPSTREAM)
        .setMaxHeaderSize(2 * HEADER_BYTES)
        .setDecompressionSupported(false);
  }
}
