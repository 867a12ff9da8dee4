package fr.liaison.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * How long a test of a service waits for what must come when it names no time itself. Generous,
 * since it costs nothing where all is well: on a busy machine a poll, a relay or a container is
 * late, and is no failure for that. Found by Quarkus, in the class loader of the tests.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultTimeout(LIMIT);
  }
}
