package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
  @Test
  void aCursorSurvivesTheWayToTheCallerAndBack() {
    PageCursor cursor = new PageCursor(true, 17.0625f, UUID.randomUUID());
    assertThat(PageCursor.parse(cursor.text())).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zwölf", "AAAA", "0193e1f0-0000-7000-8000-000000000000", "../../etc/passwd"})
  void whatIsNoCursorIsNone(String foreign) {
    assertThat(PageCursor.parse(foreign)).isEmpty();
  }

  @Test
  void aScoreThatIsNoneIsRefused() {
    for (float score : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
      assertThat(PageCursor.parse(new PageCursor(false, score, UUID.randomUUID()).text()))
          .isEmpty();
    }
  }

  @Test
  void aPhaseThatIsNoneIsRefused() {
    byte[] bytes = new byte[21];
    bytes[0] = 2;
    assertThat(PageCursor.parse(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
  }
}
