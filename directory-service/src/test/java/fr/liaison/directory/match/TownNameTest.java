package fr.liaison.directory.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownNameTest {
  @ParameterizedTest
  @CsvSource({
    "Lyon, LYON CEDEX 03",
    "Lyon 3e Arrondissement, Lyon",
    "Paris 15, PARIS",
    "Le Havre, Havre",
    "L'Haÿ-les-Roses, HAY LES ROSES",
    "St Denis, Saint-Denis",
    "STE FOY LES LYON, Sainte-Foy-lès-Lyon",
  })
  void aTownIsTheSameHoweverItIsWritten(String one, String other) {
    assertThat(TownName.of(one).isSame(TownName.of(other))).isTrue();
    assertThat(TownName.of(other).isSame(TownName.of(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Lyon, Sainte-Foy-lès-Lyon",
    "Tours, Joué-lès-Tours",
    "Nancy, Vandœuvre-lès-Nancy",
    "Saint-Denis, Saint-Denis-en-Val",
    "CEDEX 3, CEDEX 4",
  })
  void aTownIsNotAnotherThatHasItsWords(String one, String other) {
    assertThat(TownName.of(one).isSame(TownName.of(other))).isFalse();
    assertThat(TownName.of(other).isSame(TownName.of(one))).isFalse();
  }
}
