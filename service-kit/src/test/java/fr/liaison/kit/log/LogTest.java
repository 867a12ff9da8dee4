package fr.liaison.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void aFailureIsLoggedWithoutItsMessagesButWithItsStack() {
    Throwable failure =
        new IllegalStateException(
            "patient Denise LAMBERT", new NumberFormatException("For input string: LAMBERT"));
    StringWriter printed = new StringWriter();

    new Silenced(failure).printStackTrace(new PrintWriter(printed));

    assertThat(printed.toString())
        .doesNotContain("LAMBERT")
        .contains("java.lang.IllegalStateException", "java.lang.NumberFormatException")
        .contains("LogTest.aFailureIsLogged");
  }

  @Test
  void aCycleOfCausesEnds() {
    Exception first = new Exception("a");
    Exception second = new Exception("b", first);
    first.initCause(second);

    assertThat(new Silenced(first).getCause()).isNotNull();
  }
}
