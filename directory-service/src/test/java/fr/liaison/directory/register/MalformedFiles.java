package fr.liaison.directory.register;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The corpus of odd, broken and hostile register files, each with what must become of it. */
final class MalformedFiles {
  static final String HEADER = SyntheticRegister.HEADER;
  private static final String ROW = row(1, "EXEMPLE", "Alix");
  private static final String NEXT = row(2, "SUIVANT", "Eve");
  private static final String GOOD = HEADER + "\n" + ROW + "\n";
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private MalformedFiles() {}

  /** One file and what reading it must come to. */
  record Case(String name, Extraction.Format format, byte[] bytes, Expected expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Refused whole, or read with so many people and defects. */
  sealed interface Expected {
    record Refused(RefusalReason reason) implements Expected {}

    record Read(int people, Map<String, Long> defects) implements Expected {}
  }

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(layouts());
    cases.addAll(headers());
    cases.addAll(cuts());
    cases.addAll(encodings());
    cases.addAll(lines());
    cases.addAll(cells());
    cases.addAll(identifiers());
    cases.addAll(archives());
    cases.addAll(MalformedMailboxes.all());
    cases.addAll(MalformedDetails.all());
    return cases;
  }

  private static List<Case> layouts() {
    String decomposed = Normalizer.normalize(HEADER, Normalizer.Form.NFD);
    String older = HEADER.substring(0, HEADER.indexOf("|Code rôle"));
    String olderRow = String.join("|", List.of(ROW.split("\\|", -1)).subList(0, 52));
    return List.of(
        read("56 columns", GOOD, 1),
        read("Windows line ends", GOOD.replace("\n", "\r\n"), 1),
        read("byte order mark", "\uFEFF" + GOOD, 1),
        read("byte order mark and Windows line ends", "\uFEFF" + GOOD.replace("\n", "\r\n"), 1),
        read("no line end after the last row", GOOD.stripTrailing(), 1),
        read("decomposed header", decomposed + "\n" + ROW + "\n", 1),
        read("upper-case header", HEADER.toUpperCase(Locale.FRENCH) + "\n" + ROW + "\n", 1),
        read("52 columns", older + "\n" + olderRow + "\n", 1),
        read("52 columns, all lines end with |", older + "|\n" + olderRow + "|\n", 1),
        read("52 columns, only rows end with |", older + "\n" + olderRow + "|\n", 1),
        read("56 columns, all lines end with |", HEADER + "|\n" + ROW + "|\n", 1),
        read("unknown column in front", "Inconnue|" + HEADER + "\nx|" + ROW + "\n", 1),
        read("two unknown columns alike", "X|X|" + HEADER + "\n||" + ROW + "\n", 1),
        read(
            "renamed optional column",
            GOOD.replace("Libellé civilité d'exercice", "Libellé civilité exercice"),
            1),
        read("capital in a renamed column", GOOD.replace("(coord. s", "(coord. S"), 1),
        read("typographic apostrophes", HEADER.replace('\'', '’') + "\n" + ROW + "\n", 1),
        read("blanks around names", HEADER.replace("|", " |\u00A0 ") + "\n" + ROW + "\n", 1));
  }

  private static List<Case> headers() {
    List<Case> cases = new ArrayList<>();
    for (String mandatory :
        List.of(
            "Type d'identifiant PP",
            "Identifiant PP",
            "Identification nationale PP",
            "Nom d'exercice",
            "Prénom d'exercice",
            "Code profession",
            "Libellé profession",
            "Identifiant technique de la structure",
            "Raison sociale site",
            "Code postal (coord. structure)",
            "Libellé commune (coord. structure)")) {
      List<String> names = new ArrayList<>(List.of(HEADER.split("\\|", -1)));
      names.set(names.indexOf(mandatory), "Autre");
      cases.add(
          refused(
              "without " + mandatory,
              String.join("|", names) + "\n" + ROW + "\n",
              RefusalReason.MISSING_COLUMN));
    }
    cases.add(
        refused(
            "misspelt column",
            GOOD.replaceFirst("Prénom d'exercice", "Prenom d'exercice"),
            RefusalReason.MISSING_COLUMN));
    cases.add(refused("other separator", GOOD.replace('|', ';'), RefusalReason.MISSING_COLUMN));
    cases.add(refused("no header", ROW + "\n" + NEXT + "\n", RefusalReason.MISSING_COLUMN));
    cases.add(
        refused(
            "null byte in a column name",
            GOOD.replaceFirst("Nom d'exercice", "Nom\0 d'exercice"),
            RefusalReason.MISSING_COLUMN));
    cases.add(
        refused(
            "known column twice",
            "Nom d'exercice|" + HEADER + "\nAUTRE|" + ROW + "\n",
            RefusalReason.REPEATED_COLUMN));
    cases.add(
        refused(
            "column under both of its names",
            "Libellé civilité exercice|" + HEADER + "\nM|" + ROW + "\n",
            RefusalReason.REPEATED_COLUMN));
    cases.add(read("header only", HEADER + "\n", 0));
    cases.add(read("header without line end", HEADER, 0));
    return cases;
  }

  private static List<Case> cuts() {
    byte[] accent = (HEADER + "\n" + row(1, "LEFÈVRE", "Zoé")).getBytes(UTF_8);
    int inside = new String(accent, StandardCharsets.ISO_8859_1).indexOf("LEF") + 4;
    return List.of(
        refused("nothing", "", RefusalReason.EMPTY_FILE),
        refused("only a byte order mark", "\uFEFF", RefusalReason.EMPTY_FILE),
        refused("only line ends", "\r\n\n\n", RefusalReason.EMPTY_FILE),
        refused("10 MB of blanks", " ".repeat(10 << 20), RefusalReason.EMPTY_FILE),
        refused("cut in the header", GOOD.substring(0, 200), RefusalReason.MISSING_COLUMN),
        refused("cut in the first cell", GOOD + "8", RefusalReason.TRUNCATED),
        refused("cut in a row", GOOD + NEXT.substring(0, 80), RefusalReason.TRUNCATED),
        refused(
            "cut at a separator",
            GOOD + NEXT.substring(0, NEXT.indexOf('|') + 1),
            RefusalReason.TRUNCATED),
        refused(
            "cut before the last cell",
            GOOD + NEXT.substring(0, NEXT.lastIndexOf('|')),
            RefusalReason.TRUNCATED),
        bytes(
            "cut in a letter",
            Arrays.copyOf(accent, inside),
            new Expected.Refused(RefusalReason.BAD_ENCODING)),
        read("cut between rows shows only in the floor", GOOD, 1));
  }

  private static List<Case> encodings() {
    String accents = HEADER + "\n" + row(1, "LEFÈVRE", "Zoé") + "\n";
    String ascii = row(1, "EXEMPLE", "Alix").replace("Médecin", "Medecin");
    Expected refused = new Expected.Refused(RefusalReason.BAD_ENCODING);
    return List.of(
        bytes("latin-1", accents.getBytes(StandardCharsets.ISO_8859_1), refused),
        bytes("UTF-16", accents.getBytes(StandardCharsets.UTF_16), refused),
        bytes(
            "latin-1 in one row",
            concat(
                (HEADER + "\n" + ascii + "\n").getBytes(UTF_8),
                (row(2, "LEFÈVRE", "Zoé") + "\n").getBytes(StandardCharsets.ISO_8859_1)),
            refused),
        bytes(
            "overlong form",
            concat(GOOD.getBytes(UTF_8), new byte[] {(byte) 0xc0, (byte) 0xaf, '\n'}),
            refused),
        bytes(
            "encoded surrogate",
            concat(GOOD.getBytes(UTF_8), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'}),
            refused));
  }

  private static List<Case> lines() {
    String broken = ROW.replace("CABINET TEST", "CABINET\nTEST");
    String shattered = ROW.replace("CABINET TEST", "C\nA\nB\nI\nN\nET");
    return List.of(
        read("break in a cell", lines(HEADER, broken, NEXT), 2, "repaired-line-break", 1),
        read(
            "two breaks in a cell",
            lines(HEADER, ROW.replace("CABINET TEST", "CAB\nI\nNET"), NEXT),
            2,
            "repaired-line-break",
            1),
        read(
            "more breaks than one row has", lines(HEADER, shattered, NEXT), 1, "incomplete-row", 2),
        read("too few cells", lines(HEADER, ROW.substring(0, 60), NEXT), 1, "incomplete-row", 1),
        read("too many cells", lines(HEADER, ROW + "|x", NEXT), 1, "too-many-cells", 1),
        read("blank lines", lines(HEADER, "", ROW, "", "  ", NEXT, ""), 2),
        read("carriage returns alone", lines(HEADER, "\r", ROW, "\r\r"), 1),
        read("huge line", lines(HEADER, "x".repeat(1 << 20), NEXT), 1, "line-too-long", 1),
        read(
            "10 MB of blanks between rows",
            lines(HEADER, ROW, " ".repeat(10 << 20), NEXT),
            2,
            "line-too-long",
            1),
        read("10 MB of line ends", HEADER + "\n" + "\n".repeat(10 << 20) + ROW + "\n", 1),
        read("the same row twice", lines(HEADER, ROW, ROW), 1));
  }

  private static List<Case> cells() {
    return List.of(
        one("lone quote", "O\"BRIEN", "Éric"),
        one("backslash", "EXEMPLE", "\\N"),
        one("quotes and commas", "\"A\",\"B\"", "';--"),
        one("tab in a cell", "DE\tLA TOUR", "Luc"),
        one("emoji", "EXEMPLE", "Zoé\uD83D\uDE00"),
        one("right to left", "\u05DB\u05D4\u05DF", "\u05D3\u05D5\u05D3"),
        one("decomposed name", "E\u0301TIENNE", "Rene\u0301e"),
        one("longest name", "N".repeat(100), "Luc"),
        read(
            "name too long",
            lines(HEADER, row(1, "N".repeat(101), "Luc"), NEXT),
            1,
            "cell-too-long",
            1),
        read("null byte", lines(HEADER, row(1, "NUL\0", "Luc"), NEXT), 1, "control-character", 1),
        read("bell", lines(HEADER, row(1, "BEL\u0007", "Luc"), NEXT), 1, "control-character", 1),
        read(
            "turned writing direction",
            lines(HEADER, row(1, "\u202EELPMEXE", "Luc"), NEXT),
            1,
            "control-character",
            1),
        read("no name", lines(HEADER, row(1, "", "Luc"), NEXT), 1, "missing-name", 1),
        read("blank name", lines(HEADER, row(1, " \u00A0", "Luc"), NEXT), 1, "missing-name", 1),
        read(
            "no profession",
            lines(HEADER, ROW.replace("|10|Médecin|", "|10||"), NEXT),
            1,
            "missing-profession",
            1),
        read(
            "odd profession code",
            lines(HEADER, ROW.replace("|10|Médecin|", "|1 0|Médecin|"), NEXT),
            1,
            "missing-profession",
            1));
  }

  private static List<Case> identifiers() {
    List<Case> cases = new ArrayList<>();
    for (List<String> wrong :
        List.of(
            List.of("8", "99700210001", "RPPS with another check digit"),
            List.of("8", "9970021880", "RPPS too short"),
            List.of("8", "997002188055", "RPPS too long"),
            List.of("8", "9970021880A", "RPPS with a letter"),
            List.of("8", "٩٩٧٠٠٢١٨٨٠٥", "RPPS in other digits"),
            List.of("0", "759100002", "ADELI with another check digit"),
            List.of("0", "7591000", "ADELI too short"),
            List.of("3", "123", "local identifier without a structure"),
            List.of("3", "3750000001/", "local identifier without its end"),
            List.of("7", "99700218805", "unknown type"),
            List.of("", "99700218805", "no type"),
            List.of("8", "", "no identifier"))) {
      cases.add(
          read(
              wrong.get(2),
              lines(HEADER, identified(wrong.get(0), wrong.get(1)), NEXT),
              1,
              "bad-identifier",
              1));
    }
    cases.add(
        read(
            "national identification of another",
            lines(HEADER, ROW.replace("|8" + rpps(1) + "|", "|8" + rpps(3) + "|"), NEXT),
            1,
            "identifier-mismatch",
            1));
    cases.add(
        read(
            "no national identification",
            lines(HEADER, ROW.replace("|8" + rpps(1) + "|", "||"), NEXT),
            2));
    return cases;
  }

  private static List<Case> archives() {
    byte[] sound = Archive.of(Archive.WANTED, GOOD).bytes();
    byte[] changed = new Archive().stored(Archive.WANTED, GOOD.getBytes(UTF_8)).bytes();
    changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("EXEMPLE")] = 'X';
    Archive many = new Archive();
    for (int i = 0; i < 40; i++) {
      many.with("f" + i, "x");
    }
    String zeros = "\0".repeat(8 << 20);
    return List.of(
        zip("archive of one", sound, accepted(1)),
        zip(
            "archive of three",
            Archive.of("Porteurs_CPS_CPF_202611200730.txt", "x")
                .with(Archive.WANTED, GOOD)
                .with("LISEZMOI.txt", "x")
                .bytes(),
            accepted(1)),
        zip(
            "stored entry",
            new Archive().stored(Archive.WANTED, GOOD.getBytes(UTF_8)).bytes(),
            accepted(1)),
        zip("archive of none", new Archive().bytes(), RefusalReason.WRONG_ENTRIES),
        zip("no such entry", Archive.of("a.txt", GOOD).bytes(), RefusalReason.WRONG_ENTRIES),
        zip(
            "two candidates",
            Archive.of(Archive.WANTED, GOOD)
                .with("PS_LibreAcces_Personne_activite_202611210730.txt", GOOD)
                .bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "name that climbs",
            Archive.of("../" + Archive.WANTED, GOOD).bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "absolute name",
            Archive.of("/etc/" + Archive.WANTED, GOOD).bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "archive in an archive",
            new Archive().stored("PS_LibreAcces.zip", sound).bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "extraction within that is itself an archive",
            new Archive().stored(Archive.WANTED, sound).bytes(),
            RefusalReason.BAD_ENCODING),
        zip("encrypted", Archive.of(Archive.WANTED, GOOD).encrypted(), RefusalReason.BAD_ARCHIVE),
        zip("changed after packing", changed, RefusalReason.BAD_ARCHIVE),
        zip("cut in the entry", Arrays.copyOf(sound, 300), RefusalReason.TRUNCATED),
        zip(
            "cut after the entry",
            Arrays.copyOf(sound, sound.length - 30),
            RefusalReason.BAD_ARCHIVE),
        zip("cut in the first bytes", Arrays.copyOf(sound, 10), RefusalReason.BAD_ARCHIVE),
        zip("text called an archive", GOOD.getBytes(UTF_8), RefusalReason.BAD_ARCHIVE),
        zip("nothing called an archive", new byte[0], RefusalReason.BAD_ARCHIVE),
        zip("archive called text", sound, Extraction.Format.TEXT, RefusalReason.BAD_ENCODING),
        zip("bomb", Archive.of(Archive.WANTED, zeros).bytes(), RefusalReason.TOO_LARGE),
        zip(
            "bomb beside the extraction",
            Archive.of("a", zeros).with(Archive.WANTED, GOOD).bytes(),
            RefusalReason.TOO_LARGE),
        zip("too many entries", many.bytes(), RefusalReason.TOO_LARGE));
  }

  /** A valid RPPS number of the reserved range. */
  static String rpps(int number) {
    String digits = "9970022%03d".formatted(number);
    return digits + NationalId.checkDigit(digits);
  }

  static String row(int number, String familyName, String givenName) {
    return filled(SyntheticRegister.Row.of("8", rpps(number)).person("M", familyName, givenName));
  }

  private static String identified(String type, String identifier) {
    return filled(SyntheticRegister.Row.of(type, identifier).person("M", "EXEMPLE", "Alix"));
  }

  private static String filled(SyntheticRegister.Row row) {
    return row.profession(List.of("10", "Médecin", "", "", "", ""))
        .with("Raison sociale site", "CABINET TEST")
        .with("Code postal (coord. structure)", "44000")
        .with("Libellé commune (coord. structure)", "Nantes")
        .line();
  }

  static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static Case one(String name, String familyName, String givenName) {
    return read(name, lines(HEADER, row(1, familyName, givenName)), 1);
  }

  private static Case read(String name, String text, int people) {
    return bytes(name, text.getBytes(UTF_8), new Expected.Read(people, Map.of()));
  }

  private static Case read(String name, String text, int people, String defect, long count) {
    return bytes(name, text.getBytes(UTF_8), new Expected.Read(people, Map.of(defect, count)));
  }

  private static Case refused(String name, String text, RefusalReason reason) {
    return bytes(name, text.getBytes(UTF_8), new Expected.Refused(reason));
  }

  private static Case bytes(String name, byte[] bytes, Expected expected) {
    return new Case(name, Extraction.Format.TEXT, bytes, expected);
  }

  private static Expected accepted(int people) {
    return new Expected.Read(people, Map.of());
  }

  private static Case zip(String name, byte[] bytes, Expected expected) {
    return new Case(name, Extraction.Format.ZIP, bytes, expected);
  }

  private static Case zip(String name, byte[] bytes, RefusalReason reason) {
    return zip(name, bytes, new Expected.Refused(reason));
  }

  private static Case zip(
      String name, byte[] bytes, Extraction.Format format, RefusalReason reason) {
    return new Case(name, format, bytes, new Expected.Refused(reason));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
