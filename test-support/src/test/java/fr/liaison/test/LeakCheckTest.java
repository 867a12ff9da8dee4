package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

@NullUnmarked // the extension ignores its context
class LeakCheckTest {
  private static final Logger LOG = Logger.getLogger(LeakCheckTest.class.getName());
  private static final ExtensionContext NO_CONTEXT = null;

  private final LeakCheck leaks = new LeakCheck();

  @BeforeEach
  void watch() {
    leaks.beforeEach(NO_CONTEXT);
  }

  @AfterEach
  void forget() {
    leaks.planted.clear();
    leaks.afterEach(NO_CONTEXT);
  }

  @Test
  void aMarkerInAMessageIsFound() {
    LOG.warning("received " + leaks.marker());
    assertThatThrownBy(leaks::verify).isInstanceOf(AssertionError.class);
  }

  @Test
  void aMarkerInAParameterIsFound() {
    LOG.log(Level.WARNING, "received {0}", leaks.marker());
    assertThatThrownBy(leaks::verify).isInstanceOf(AssertionError.class);
  }

  @Test
  void aMarkerInACauseIsFound() {
    Exception cause = new IllegalArgumentException(leaks.marker());
    LOG.log(Level.WARNING, "failed", new IllegalStateException(cause));
    assertThatThrownBy(leaks::verify).isInstanceOf(AssertionError.class);
  }

  @Test
  void aQuietLogPasses() {
    leaks.marker();
    LOG.warning("nothing to see");
    assertThatCode(leaks::verify).doesNotThrowAnyException();
  }
}
