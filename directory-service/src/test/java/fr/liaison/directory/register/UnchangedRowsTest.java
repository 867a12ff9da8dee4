package fr.liaison.directory.register;

import static fr.liaison.directory.register.RegisterFiles.OTHER_SHOP;
import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.row;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectReason;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Looking at a file before it is read must not change what is made of it, whatever it holds. */
class UnchangedRowsTest {
  private static final int NIGHTS = 500;
  private static final int PEOPLE = 30;
  private static final String MARIE = optician("8", rpps(5901), "MONTURE", "Marie", SHOP);
  private static final String MARIE_TOO = optician("8", rpps(5901), "MONTURE", "Marie", OTHER_SHOP);
  private static final String JEAN = optician("8", rpps(5902), "VERRE", "Jean", SHOP);

  private int skipped;

  @Test
  void onlyRowsOfWhoeverIsNewOrDifferentAreRead() throws IOException {
    Directory known = Directory.after(CheckDigits.STRICT, MARIE, MARIE_TOO, JEAN);

    Outcome night = sifted(known, CheckDigits.STRICT, MARIE_TOO, JEAN, MARIE);
    assertThat(skipped).isEqualTo(3);
    assertThat(night.changed()).isEmpty();
    assertThat(night.professions()).containsEntry("28", 2L);

    sifted(known, CheckDigits.STRICT, MARIE, JEAN);
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void theSameRowsUnderAnotherHeaderAreReadAgain() throws IOException {
    Directory known = Directory.after(CheckDigits.STRICT, MARIE, JEAN);
    String swapped =
        new String(text(MARIE, JEAN), StandardCharsets.UTF_8)
            .replace("Nom d'exercice|Prénom d'exercice", "Prénom d'exercice|Nom d'exercice");

    UnchangedRows unchanged = new UnchangedRows(known.roll(), () -> {}, 1_000);
    unchanged.find(lines(swapped.getBytes(StandardCharsets.UTF_8)), CheckDigits.STRICT);

    assertThat(swapped).contains("Prénom d'exercice|Nom d'exercice");
    assertThat(unchanged.at(2)).isFalse();
    assertThat(unchanged.at(3)).isFalse();
  }

  @Test
  void aFileOfMoreLinesThanMayBeHeldIsTooLarge() {
    byte[] blank = ("\n".repeat(50)).getBytes(StandardCharsets.UTF_8);
    UnchangedRows unchanged = new UnchangedRows(new RollCall(), () -> {}, 20);

    assertThatThrownBy(
            () ->
                unchanged.find(
                    new PhysicalLines(
                        new SequenceInputStream(
                            new ByteArrayInputStream(text(MARIE)), new ByteArrayInputStream(blank)),
                        Long.MAX_VALUE),
                    CheckDigits.STRICT))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_LARGE);
              assertThat(refused.line()).isEqualTo(21);
            });
  }

  @Test
  void aRowOfTheSamePersonInAnotherShapeIsNotMissed() throws IOException {
    Directory known = Directory.after(CheckDigits.STRICT, MARIE, JEAN);
    List<String> shapes =
        List.of(
            MARIE_TOO.replace("|" + rpps(5901) + "|", "| " + rpps(5901) + "|"),
            MARIE_TOO.replace("GARE", "GA\nRE"),
            MARIE_TOO + "|",
            MARIE_TOO.replace("MONTURE", "MONTURE\u00a0"));

    for (String shape : shapes) {
      assertThat(sifted(known, CheckDigits.STRICT, MARIE, shape, JEAN).changed())
          .as(shape)
          .containsExactly("8" + rpps(5901));
    }
  }

  @Test
  void aCompleteRowEndsABrokenOneWhetherItIsReadOrNot() throws IOException {
    Directory known = Directory.after(CheckDigits.STRICT, MARIE, JEAN);

    Outcome night =
        sifted(
            known,
            CheckDigits.STRICT,
            MARIE_TOO.substring(0, 40),
            JEAN,
            MARIE_TOO.substring(40),
            MARIE);

    assertThat(night.defects())
        .containsEntry(DefectReason.INCOMPLETE_ROW.code(), 2L)
        .doesNotContainKey(DefectReason.REPAIRED_LINE_BREAK.code());
  }

  @Test
  void aNumberTakenInTestsIsRefusedOnceCheckDigitsCount() throws IOException {
    String wrong = optician("8", "99700905913", "MONTURE", "Marie", SHOP);
    Directory known = Directory.after(CheckDigits.WARN, wrong, JEAN);

    assertThat(sifted(known, CheckDigits.WARN, wrong, JEAN).defects())
        .containsEntry(DefectReason.WRONG_CHECK_DIGIT.code(), 1L);
    assertThat(sifted(known, CheckDigits.STRICT, wrong, JEAN).missing())
        .containsExactly(idOf("899700905913"));
  }

  @Test
  void anyNightSaysTheSameAsWhereEveryRowIsRead() throws IOException {
    Random random = new Random(20261123);
    long passed = 0;
    for (int night = 0; night < NIGHTS; night++) {
      CheckDigits before = random.nextBoolean() ? CheckDigits.STRICT : CheckDigits.WARN;
      CheckDigits now = random.nextInt(5) == 0 ? CheckDigits.WARN : before;
      List<String> first = file(random);
      Directory known = Directory.after(before, first.toArray(String[]::new));
      known.spoil(random);
      String[] second = next(random, first);

      RollCall roll = known.roll();
      known.wanted().forEach(roll::want);
      Outcome read = read(roll, now, text(second), line -> false);
      Outcome sifted = sifted(known, now, second);

      assertThat(sifted).as("night " + night).isEqualTo(read);
      passed += skipped;
    }
    assertThat(passed).isGreaterThan(NIGHTS * 10L);
  }

  private static List<String> file(Random random) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      int person = random.nextInt(PEOPLE);
      rows.add(spoilt(random, 20, person(random, person)));
    }
    return rows;
  }

  private static String person(Random random, int person) {
    String number = rpps(5910 + person);
    if (random.nextInt(12) == 0) {
      return row(
          "3", "344090002500%02d/7".formatted(person), "LOCALE", "Lou", profession(person), SHOP);
    }
    String wrongDigit = number.substring(0, 10) + (number.charAt(10) == '9' ? '0' : '9');
    return row(
        "8",
        person == 3 ? wrongDigit : number,
        "NOM" + person,
        "Prénom",
        profession(person),
        random.nextBoolean() ? SHOP : OTHER_SHOP);
  }

  private static List<String> profession(int person) {
    return person % 4 == 0 ? List.of("60", "Infirmier") : List.of("28", "Opticien-lunetier");
  }

  private static String[] next(Random random, List<String> first) {
    List<String> rows = new ArrayList<>(first);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(rows.size());
      switch (random.nextInt(4)) {
        case 0 -> rows.remove(at);
        case 1 -> rows.add(at, rows.get(random.nextInt(rows.size())));
        case 2 -> rows.set(at, spoilt(random, 1, rows.get(at)));
        default -> rows.add(at, person(random, random.nextInt(PEOPLE)));
      }
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(rows, random);
    }
    return rows.toArray(String[]::new);
  }

  /** One in so many rows gets a fault. */
  private static String spoilt(Random random, int one, String row) {
    if (row.length() < 2 || random.nextInt(one) != 0) {
      return row;
    }
    int at = 1 + random.nextInt(row.length() - 1);
    List<UnaryOperator<String>> faults =
        List.of(
            line -> line.substring(0, at) + "\n" + line.substring(at),
            line -> line.substring(0, at),
            line -> line.substring(0, at) + "|" + line.substring(at),
            line -> line + "|",
            line -> line + "||",
            line -> line + "\r",
            line -> line.replaceFirst("\\|", "| "),
            line -> line.substring(0, at) + " " + line.substring(at),
            line -> line.substring(0, at) + "\t" + line.substring(at),
            line -> line.substring(0, at) + "x" + line.substring(at),
            line -> "",
            line -> line.replace("NOM", ""),
            line -> line.replace("Opticien-lunetier", "o".repeat(300)));
    return faults.get(random.nextInt(faults.size())).apply(row);
  }

  private Outcome sifted(Directory known, CheckDigits digits, String... rows) throws IOException {
    RollCall roll = known.roll();
    UnchangedRows unchanged = new UnchangedRows(roll, () -> {}, 1_000);
    byte[] text = text(rows);
    try {
      unchanged.find(lines(text), digits);
    } catch (RefusedFile refused) {
      return Outcome.of(refused);
    }
    known.wanted().forEach(roll::want);
    skipped = 0;
    return read(
        roll,
        digits,
        text,
        line -> {
          boolean skip = unchanged.at(line);
          skipped += skip ? 1 : 0;
          return skip;
        });
  }

  private static Outcome read(RollCall roll, CheckDigits digits, byte[] text, LongPredicate known)
      throws IOException {
    DefectTally tally = new DefectTally(100, 100);
    ListedProfessions professions = new ListedProfessions();
    roll.countSettled(professions);
    try (RowSpool spool = RowSpool.open()) {
      ListPeople list =
          new ListPeople(
              new ListPeople.Bounds(1_000, 1_000), () -> {}, roll, spool, professions, tally);
      var file = RegisterFile.ofPeople(lines(text), tally, digits, known);
      long usable;
      try {
        usable = file.read(list);
      } catch (RefusedFile refused) {
        return Outcome.of(refused);
      }
      ByteArrayOutputStream shadow = new ByteArrayOutputStream();
      spool.replay(
          person ->
              roll.isChanged(person) || roll.is(person, RollCall.Mark.WANTED)
                  ? roll.digest(person).toString() + roll.isChanged(person)
                  : null,
          shadow::write);
      TreeSet<String> changed = new TreeSet<>();
      for (String line : shadow.toString(StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.contains("true\t")) {
          changed.add(line.split("\t", -1)[2]);
        }
      }
      return new Outcome(
          "",
          file.rows(),
          usable,
          roll.listed(),
          changed,
          missing(roll),
          tally.counts(),
          tally.first().toString(),
          counts(professions),
          shadow.toString(StandardCharsets.UTF_8));
    }
  }

  private static TreeSet<UUID> missing(RollCall roll) {
    TreeSet<UUID> missing = new TreeSet<>();
    roll.missing().forEach(missing::add);
    return missing;
  }

  private static Map<String, Long> counts(ListedProfessions professions) {
    Map<String, Long> counts = new TreeMap<>();
    professions.byCode().forEach((code, listed) -> counts.put(code, listed.people()));
    return counts;
  }

  private static PhysicalLines lines(byte[] text) {
    return new PhysicalLines(new ByteArrayInputStream(text), Long.MAX_VALUE);
  }

  private static byte[] text(String... rows) throws IOException {
    String header = SyntheticRegister.text().lines().findFirst().orElseThrow();
    return (header + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static UUID idOf(String number) {
    return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
  }

  /** Whom the directory knows, and how. */
  private record Directory(Map<String, Person> people, List<String> former, List<String> wanted) {
    private record Person(UUID digest, String profession, boolean departed, boolean entered) {}

    static Directory after(CheckDigits digits, String... rows) throws IOException {
      Map<String, Person> people = new TreeMap<>();
      String shadow = read(new RollCall(), digits, text(rows), line -> false).shadow();
      for (String line : shadow.lines().toList()) {
        String[] cells = line.split("\t", -1);
        people.putIfAbsent(
            cells[2],
            new Person(
                UUID.fromString(cells[0].substring(0, 36)),
                cells[7] + "|" + cells[8],
                false,
                false));
      }
      return new Directory(people, new ArrayList<>(), new ArrayList<>());
    }

    /** Some left before, some are a structure's, some are new in another way. */
    void spoil(Random random) {
      people.replaceAll(
          (number, person) ->
              switch (random.nextInt(12)) {
                case 0 -> new Person(person.digest, person.profession, true, false);
                case 1 -> new Person(person.digest, person.profession, false, true);
                case 2 -> new Person(new UUID(0, 0), person.profession, false, false);
                default -> person;
              });
      for (String number : people.keySet()) {
        if (random.nextInt(20) == 0) {
          wanted.add(number);
        }
        if (random.nextInt(20) == 0) {
          former.add(number);
        }
      }
    }

    RollCall roll() {
      RollCall roll = new RollCall();
      people.forEach(
          (number, person) ->
              roll.know(
                  number,
                  idOf(number),
                  person.digest,
                  person.departed,
                  person.entered,
                  person.profession));
      former.forEach(roll::knowFormer);
      return roll;
    }
  }

  /** All that an import makes of a file. */
  private record Outcome(
      String refusal,
      long rows,
      long usable,
      long listed,
      TreeSet<String> changed,
      TreeSet<UUID> missing,
      Map<String, Long> defects,
      String named,
      Map<String, Long> professions,
      String shadow) {
    static Outcome of(RefusedFile refused) {
      return new Outcome(
          refused.reason().code(),
          0,
          0,
          0,
          new TreeSet<>(),
          new TreeSet<>(),
          Map.of(),
          "",
          Map.of(),
          "");
    }
  }
}
