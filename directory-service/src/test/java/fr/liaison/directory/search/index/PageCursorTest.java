package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
  @Test
  void aCursorSurvivesTheWayToTheCallerAndBack() {
    PageCursor cursor =
        new PageCursor(
            true,
            17.0625f,
            UUID.randomUUID(),
            List.of(new Rarity(false, 0), new Rarity(true, 15), new Rarity(false, 15)));
    assertThat(PageCursor.parse(cursor.text(), 3)).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zwölf", "AAAA", "0193e1f0-0000-7000-8000-000000000000", "../../etc/passwd"})
  void whatIsNoCursorIsNone(String foreign) {
    assertThat(PageCursor.parse(foreign, 0)).isEmpty();
  }

  @Test
  void aScoreThatIsNoneIsRefused() {
    for (float score : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
      assertThat(
              PageCursor.parse(
                  new PageCursor(false, score, UUID.randomUUID(), List.of()).text(), 0))
          .isEmpty();
    }
  }

  @Test
  void aPhaseThatIsNoneIsRefused() {
    byte[] bytes = new byte[21];
    bytes[0] = 2;
    assertThat(PageCursor.parse(Base64.getUrlEncoder().encodeToString(bytes), 0)).isEmpty();
  }

  @Test
  void aRarityThatIsNoneIsRefused() {
    byte[] bytes = new byte[22];
    bytes[21] = 32;
    assertThat(PageCursor.parse(Base64.getUrlEncoder().encodeToString(bytes), 1)).isEmpty();
  }

  @Test
  void aCursorOfASearchOfMoreOrFewerWordsIsRefused() {
    String two =
        new PageCursor(
                false, 7, UUID.randomUUID(), List.of(new Rarity(true, 1), new Rarity(false, 2)))
            .text();
    assertThat(PageCursor.parse(two, 1)).isEmpty();
    assertThat(PageCursor.parse(two, 3)).isEmpty();
  }
}
