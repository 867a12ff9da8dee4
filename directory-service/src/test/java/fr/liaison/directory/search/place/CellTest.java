package fr.liaison.directory.search.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void whatIsTenKilometresAwayIsInTheSurroundingsAndWhatIsAHundredIsNot() {
    Cell nantes = Cell.of(new Position(47.22, -1.55));

    assertThat(nantes.surroundings())
        .contains(nantes, Cell.of(new Position(47.31, -1.55)), Cell.of(new Position(47.22, -1.42)))
        .doesNotContain(Cell.of(new Position(48.11, -1.68)))
        .hasSize(9);
  }

  @Test
  void surroundingsGoOnBehindGreenwichAndTheDateLine() {
    assertThat(Cell.of(new Position(48, -0.01)).surroundings())
        .contains(Cell.of(new Position(48, 0.01)));
    assertThat(Cell.of(new Position(-13.3, -179.99)).surroundings())
        .contains(Cell.of(new Position(-13.3, 179.99)));
  }

  @Test
  void aPlaceNobodyKnowsIsInNoCell() {
    assertThat(Cell.at(null, null)).isEmpty();
    assertThat(Cell.at("99100", "00000")).isEmpty();
  }
}
