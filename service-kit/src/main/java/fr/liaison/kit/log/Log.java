package fr.liaison.kit.log;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * A logger whose message is a fixed sentence and whose variables are {@link LogKey}s. Failures are
 * logged by class name and stack, without their message, which may echo input.
 */
public final class Log {
  private final Logger logger;

  private Log(Logger logger) {
    this.logger = logger;
  }

  public static Log of(Class<?> type) {
    return new Log(Logger.getLogger(type));
  }

  public void info(String message, Map<LogKey, ?> keys) {
    write(Logger.Level.INFO, message, keys, null);
  }

  public void info(String message) {
    info(message, Map.of());
  }

  public void warn(String message, Map<LogKey, ?> keys) {
    write(Logger.Level.WARN, message, keys, null);
  }

  public void warn(String message, Map<LogKey, ?> keys, Throwable failure) {
    write(Logger.Level.WARN, message, keys, failure);
  }

  public void error(String message, Map<LogKey, ?> keys, Throwable failure) {
    write(Logger.Level.ERROR, message, keys, failure);
  }

  private void write(
      Logger.Level level, String message, Map<LogKey, ?> keys, @Nullable Throwable failure) {
    keys.forEach((key, value) -> MDC.put(key.name(), String.valueOf(value)));
    try {
      logger.log(level, message, failure == null ? null : new Silenced(failure));
    } finally {
      keys.keySet().forEach(key -> MDC.remove(key.name()));
    }
  }
}
