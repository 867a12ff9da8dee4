package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final Cursor CURSOR = new Cursor(7, UUID.randomUUID(), 3);

  @Test
  void aCursorReadsAsItWasWrittenForItsSearch() {
    assertThat(Cursor.parse(CURSOR.text(), 7)).contains(CURSOR);
    assertThat(Cursor.parse(CURSOR.text(), 8)).isEmpty();
  }

  @Test
  void whatWeDidNotWriteIsNoCursor() {
    String negative = new Cursor(7, UUID.randomUUID(), -1).text();
    String cut = Base64.getUrlEncoder().encodeToString(new byte[23]);
    for (String foreign : new String[] {"", "é", "====", "abc", negative, cut, "A".repeat(5_000)}) {
      assertThat(Cursor.parse(foreign, 7)).as(foreign).isEmpty();
    }
  }
}
