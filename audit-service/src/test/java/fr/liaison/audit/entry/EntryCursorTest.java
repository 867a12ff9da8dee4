package fr.liaison.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.kit.problem.Problem;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCursorTest {

  @Test
  void aCursorKeepsMicrosecondsAndIndex() {
    EntryCursor cursor = new EntryCursor(OffsetDateTime.parse("2026-11-21T22:43:54.123456Z"), 42);

    assertThat(EntryCursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "!", "AAAA", "__________________________8", "gAAAAAAAAAAAAAAAAAAAAA", "..."})
  void anyOtherTextIsRefused(String text) {
    assertThatThrownBy(() -> EntryCursor.parse(text)).isInstanceOf(Problem.class);
  }
}
