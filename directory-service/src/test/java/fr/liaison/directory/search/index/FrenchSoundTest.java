package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchSoundTest {
  @ParameterizedTest
  @CsvSource({
    "sophie, sofi",
    "sophie, sofy",
    "lefebvre, lefevre",
    "lefebvre, lefaivre",
    "quemener, kemener",
    "thomas, tomas",
    "philippe, filip",
    "matthieu, mathieu",
    "baptiste, batiste",
    "benali, benhali",
    "martin, martain",
    "dupont, dupond",
    "legrand, legrant",
    "gauthier, gautier",
    "moreau, moro",
    "renaud, reneau",
    "helene, elene",
    "guerin, gairin",
    "geraud, jeraud",
    "schmit, chmidt",
    "yannick, ianik",
    "christophe, kristof",
    "roger, roget",
  })
  void wordsThatSoundAlikeShareAKey(String one, String other) {
    assertThat(FrenchSound.of(one)).isEqualTo(FrenchSound.of(other));
  }

  @ParameterizedTest
  @CsvSource({"martin, morin", "petit, poitou", "claire, carole", "moreau, morel", "gilles, guy"})
  void wordsThatSoundDifferentlyDoNot(String one, String other) {
    assertThat(FrenchSound.of(one)).isNotEqualTo(FrenchSound.of(other));
  }

  @Test
  void anyWordHasAKeyThatIsNotLongerThanItsSounds() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String word =
          random
              .ints(1 + random.nextInt(12), 'a', 'z' + 1)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(FrenchSound.of(word)).as(word).isNotEmpty().hasSizeLessThanOrEqualTo(24);
    }
  }

  @Test
  void whatIsNotLatinIsItsOwnKey() {
    assertThat(FrenchSound.of("παπας")).isEqualTo("παπας");
    assertThat(FrenchSound.of("44400")).isEqualTo("44400");
  }
}
