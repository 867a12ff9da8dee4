package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollCallTest {
  private static final UUID OTHER = new UUID(7, 7);

  private final RollCall roll = new RollCall();

  @Test
  void theOrderOfRowsDoesNotChangeAPersonAndTheirNumberDoes() {
    UUID both = digestOf(new UUID(1, 2), new UUID(-3, Long.MAX_VALUE));

    assertThat(digestOf(new UUID(-3, Long.MAX_VALUE), new UUID(1, 2))).isEqualTo(both);
    assertThat(digestOf(new UUID(1, 2))).isNotEqualTo(both);
  }

  @Test
  void numbersThatDifferInLeadingZerosLengthOrLettersAreDifferentPeople() {
    String[] numbers = {
      "0449112345",
      "449112345",
      "00449112345",
      "810000000001",
      "3440900025/0042",
      "3440900025/042",
      "3440900025/abc",
      "3440900025/ABC",
      "999999999999999999999"
    };

    assertThat(
            IntStream.range(0, numbers.length)
                .mapToObj(i -> roll.place(numbers[i]))
                .collect(Collectors.toSet()))
        .hasSize(numbers.length);
    assertThat(roll.place("0449112345")).isZero();
  }

  @Test
  void whoIsNewBackOrDifferentChanged() {
    know("81", false, false);
    know("82", false, false);
    know("83", true, false);
    int same = list("81", new UUID(8, 8));
    int different = list("82", OTHER);
    int back = list("83", new UUID(8, 8));
    int arrived = list("84", OTHER);

    assertThat(roll.isChanged(same)).isFalse();
    assertThat(roll.isChanged(different)).isTrue();
    assertThat(roll.isChanged(back)).isTrue();
    assertThat(roll.isChanged(arrived)).isTrue();
    assertThat(roll.listed()).isEqualTo(4);
    assertThat(roll.active()).isEqualTo(2);
  }

  @Test
  void aStructuresPeopleNeitherChangeNorLeave() {
    know("85", false, true);
    know("86", false, true);
    int listed = list("85", OTHER);

    assertThat(roll.isChanged(listed)).isFalse();
    assertThat(roll.missing()).isEmpty();
    assertThat(roll.active()).isZero();
  }

  @Test
  void onlyActivePeopleOfTheRegisterCanBeMissing() {
    know("87", false, false);
    know("88", true, false);
    know("89", false, false);
    list("89", OTHER);
    roll.knowFormer("80");

    assertThat(roll.missing()).containsExactly(idOf("87"));
  }

  @Test
  void aRowIsNewOnce() {
    assertThat(roll.isNewRow(OTHER)).isTrue();
    assertThat(roll.isNewRow(new UUID(8, 8))).isTrue();
    assertThat(roll.isNewRow(OTHER)).isFalse();
  }

  @Test
  void manyPeopleKeepTheirOwnRows() {
    int people = 100_000;
    Random random = new Random(20261122);
    for (int person = 0; person < people; person++) {
      know("8" + person, false, false);
    }
    for (int i = 0; i < people; i++) {
      int changed = random.nextInt(people) / 2 * 2;
      list("8" + changed, OTHER);
    }

    assertThat(IntStream.iterate(1, i -> i < people, i -> i + 2))
        .allMatch(person -> roll.digest(roll.place("8" + person)).equals(new UUID(0, 0)));
    assertThat(roll.missing()).hasSize((int) (people - roll.listed()));
  }

  private UUID digestOf(UUID... rows) {
    RollCall own = new RollCall();
    int person = own.place("81");
    for (UUID row : rows) {
      own.list(person, row);
    }
    return own.digest(person);
  }

  private void know(String number, boolean departed, boolean entered) {
    roll.know(number, idOf(number), new UUID(8, 8), departed, entered, "28|Opticien-lunetier");
  }

  private int list(String number, UUID row) {
    int person = roll.place(number);
    roll.list(person, row);
    return person;
  }

  private static UUID idOf(String number) {
    return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
  }
}
