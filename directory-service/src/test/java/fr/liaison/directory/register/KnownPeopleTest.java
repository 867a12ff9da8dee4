package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownPeopleTest {
  @Test
  void everybodyIsFoundAtTheirPlaceInAnyOrder() throws IOException {
    for (int people : new int[] {1, 127, 128, 129, 1_000}) {
      try (KnownPeople known = new KnownPeople()) {
        for (int place = 0; place < people; place++) {
          assertThat(known.add(new UUID(1, place), new UUID(place, 2))).isEqualTo(place);
        }
        for (int place = 0; place < people; place++) {
          assertAt(known, place);
        }
        Random random = new Random(people);
        for (int i = 0; i < 2_000; i++) {
          assertAt(known, random.nextInt(people));
        }
      }
    }
  }

  private static void assertAt(KnownPeople known, int place) {
    assertThat(known.id(place)).isEqualTo(new UUID(1, place));
    assertThat(known.digest(place)).isEqualTo(new UUID(place, 2));
  }
}
