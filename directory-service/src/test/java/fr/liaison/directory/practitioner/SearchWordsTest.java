package fr.liaison.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {
  @Test
  void accentsCaseHyphensAndLigaturesMakeNoDifference() {
    assertThat(SearchWords.of("LEFÈVRE-Œuvrard")).containsExactly("lefevre", "oeuvrard");
    assertThat(SearchWords.of("E\u0301TIENNE d'Almeida"))
        .containsExactly("etienne", "d", "almeida");
  }

  @Test
  void wildcardsAndPunctuationDisappear() {
    assertThat(SearchWords.of("50% _x_ \\ \"LES GLYCINES\""))
        .containsExactly("50", "x", "les", "glycines");
    assertThat(SearchWords.of("%_ \\")).isEmpty();
  }
}
