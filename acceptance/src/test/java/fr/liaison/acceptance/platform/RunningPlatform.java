package fr.liaison.acceptance.platform;

import fr.liaison.platform.Platform;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the composed platform once for all scenario classes and stops it after the last. */
public final class RunningPlatform implements ParameterResolver {
  /** What comes by Kafka, by a poll or by a busy machine comes late now and then. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Platform.class || type == Origin.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == Platform.class) {
      return platform(context);
    }
    String elsewhere = System.getProperty("liaison.acceptance.origin");
    return new Origin(elsewhere == null ? platform(context).url() : elsewhere);
  }

  private static Platform platform(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Started.class)
        .platform();
  }

  /** Closed by JUnit when the last scenario is over. */
  static final class Started implements AutoCloseable {
    // The push service of the tests listens on this machine.
    private final Platform platform =
        Platform.start(Map.of("LIAISON_NOTIFICATION_ENDPOINT_ALLOW_LOOPBACK", "true"));

    Platform platform() {
      return platform;
    }

    @Override
    public void close() {
      platform.close();
    }
  }
}
