package fr.liaison.directory.register;

import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.register.layout.MailboxColumn;
import fr.liaison.register.layout.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the corpus that is files of MSSanté mailboxes; owners count as people. */
public final class MalformedMailboxes {
  public static final String HEADER = Row.header(MailboxColumn.class);
  static final String ENTRY = "Extraction_Correspondance_MSSante_202611200830.txt";
  private static final String ROW = of(1).line();
  private static final String NEXT = of(2).line();
  private static final String GOOD = HEADER + "\n" + ROW + "\n";

  private MalformedMailboxes() {}

  /** The mailbox of a person of the reserved range. */
  public static Row<MailboxColumn> of(int number) {
    String rpps = MalformedFiles.rpps(number);
    return Row.of(MailboxColumn.class)
        .with(MailboxColumn.KIND, "PER")
        .with(MailboxColumn.ADDRESS, "alix.exemple" + number + "@medecin.mssante.example")
        .with(MailboxColumn.IDENTIFIER_TYPE, "8")
        .with(MailboxColumn.IDENTIFIER, rpps)
        .with(MailboxColumn.NATIONAL_ID, "8" + rpps)
        .with(MailboxColumn.FAMILY_NAME, "EXEMPLE")
        .with(MailboxColumn.PAPERLESS, "O");
  }

  /** The mailbox of a service of a hospital. */
  static Row<MailboxColumn> ofStructure(String kind, String type, String id) {
    return Row.of(MailboxColumn.class)
        .with(MailboxColumn.KIND, kind)
        .with(MailboxColumn.ADDRESS, "urgences@e440900017.mssante.example")
        .with(MailboxColumn.STRUCTURE_ID_TYPE, type)
        .with(MailboxColumn.STRUCTURE_ID, id)
        .with(MailboxColumn.SERVICE, "URGENCES");
  }

  static List<MalformedFiles.Case> all() {
    List<MalformedFiles.Case> cases = new ArrayList<>();
    cases.addAll(layouts());
    cases.addAll(refusals());
    cases.addAll(rows());
    cases.addAll(archives());
    return cases;
  }

  private static List<MalformedFiles.Case> layouts() {
    String older = HEADER.substring(0, HEADER.indexOf("|Dématérialisation"));
    String olderRow = ROW.substring(0, ROW.indexOf("|O|"));
    return List.of(
        read("31 columns", GOOD, 1),
        read("31 columns, byte order mark, Windows", "\uFEFF" + GOOD.replace("\n", "\r\n"), 1),
        read("31 columns, all lines end with |", HEADER + "|\n" + ROW + "|\n", 1),
        read("17 columns", older + "\n" + olderRow + "\n", 1),
        read("17 columns, all lines end with |", older + "|\n" + olderRow + "|\n", 1),
        read("upper-case columns", HEADER.toUpperCase(Locale.FRENCH) + "\n" + ROW + "\n", 1),
        read("address column first", reordered(HEADER) + "\n" + reordered(ROW) + "\n", 1),
        read("of a service", HEADER + "\n" + structure("ORG", "FINESS", "440900017") + "\n", 1),
        read("of a program", HEADER + "\n" + structure("APP", "", "R10000001234567") + "\n", 1),
        read("mailboxes without rows", HEADER + "\n", 0));
  }

  private static List<MalformedFiles.Case> refusals() {
    List<MalformedFiles.Case> cases = new ArrayList<>();
    for (String mandatory :
        List.of("Type de BAL", "Adresse BAL", "Identifiant PP", "Identification Structure")) {
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
            "an address column too many",
            "Adresse BAL|" + HEADER + "\nx|" + ROW + "\n",
            RefusalReason.REPEATED_COLUMN));
    cases.add(refused("cut in a row", GOOD + NEXT.substring(0, 60), RefusalReason.TRUNCATED));
    cases.add(refused("cut in a header", HEADER.substring(0, 40), RefusalReason.MISSING_COLUMN));
    cases.add(
        new MalformedFiles.Case(
            "mailboxes in Latin-1",
            Extraction.Format.TEXT,
            GOOD.getBytes(StandardCharsets.ISO_8859_1),
            new MalformedFiles.Expected.Refused(RefusalReason.BAD_ENCODING)));
    return cases;
  }

  private static List<MalformedFiles.Case> rows() {
    String redColumn = HEADER + "|Liste rouge\n" + ROW + "|O\n" + NEXT + "|N\n";
    return List.of(
        read(
            "broken in the service",
            HEADER + "\n" + NEXT + "\n" + ROW.replace("EXEMPLE", "EXEM\nPLE") + "\n",
            2,
            "repaired-line-break"),
        read("too few cells", GOOD + "PER|a@b.example|8\n" + NEXT + "\n", 2, "incomplete-row"),
        read("too many cells", GOOD + NEXT + "|x|y\n", 1, "too-many-cells"),
        read("a line too long", GOOD + NEXT + "x".repeat(20_000) + "\n", 1, "line-too-long"),
        read("red list in a column", redColumn, 1, "red-listed"),
        read(
            "red list in a cell",
            GOOD + with(MailboxColumn.SERVICE, "LISTE  ROUGE"),
            1,
            "red-listed"),
        read("kind unknown", GOOD + with(MailboxColumn.KIND, "PAT"), 1, "unknown-mailbox-kind"),
        read("no kind", GOOD + with(MailboxColumn.KIND, ""), 1, "unknown-mailbox-kind"),
        read("no address", GOOD + with(MailboxColumn.ADDRESS, ""), 1, "bad-address"),
        read("address without domain", GOOD + with(MailboxColumn.ADDRESS, "a@b"), 1, "bad-address"),
        read(
            "two addresses", GOOD + with(MailboxColumn.ADDRESS, "a@b.fr,c@d.fr"), 1, "bad-address"),
        read(
            "address with a script",
            GOOD + with(MailboxColumn.ADDRESS, "<a>@b.fr"),
            1,
            "bad-address"),
        read(
            "address of a patient",
            GOOD + with(MailboxColumn.ADDRESS, "299017500000123@patient.mssante.fr"),
            1,
            "bad-address"),
        read(
            "address longer than any",
            GOOD + with(MailboxColumn.ADDRESS, "a@" + "b".repeat(250) + ".fr"),
            1,
            "cell-too-long"),
        read(
            "wrong check digit",
            GOOD + with(MailboxColumn.IDENTIFIER, "99700220012"),
            1,
            "bad-identifier"),
        read("nobody's mailbox", GOOD + with(MailboxColumn.IDENTIFIER, ""), 1, "bad-identifier"),
        read(
            "another national identification",
            GOOD + with(MailboxColumn.NATIONAL_ID, "899700219001"),
            1,
            "identifier-mismatch"),
        read(
            "null byte in a name",
            GOOD + with(MailboxColumn.SERVICE, "a\0b"),
            1,
            "control-character"),
        read("no structure", GOOD + structure("ORG", "FINESS", "") + "\n", 1, "missing-structure"));
  }

  private static List<MalformedFiles.Case> archives() {
    byte[] sound = Archive.of(ENTRY, GOOD).bytes();
    return List.of(
        zip("archive of mailboxes", sound, new MalformedFiles.Expected.Read(1, Map.of())),
        zip(
            "mailboxes beside people",
            Archive.of(ENTRY, GOOD).with(Archive.WANTED, "x").bytes(),
            new MalformedFiles.Expected.Refused(RefusalReason.WRONG_ENTRIES)),
        zip(
            "people in an entry of mailboxes",
            Archive.of(ENTRY, SyntheticRegister.HEADER + "\n").bytes(),
            new MalformedFiles.Expected.Refused(RefusalReason.MISSING_COLUMN)),
        zip(
            "mailboxes in an entry of people",
            Archive.of(Archive.WANTED, GOOD).bytes(),
            new MalformedFiles.Expected.Refused(RefusalReason.MISSING_COLUMN)),
        zip(
            "archive of mailboxes that is cut",
            java.util.Arrays.copyOf(sound, sound.length - 30),
            new MalformedFiles.Expected.Refused(RefusalReason.BAD_ARCHIVE)));
  }

  private static String reordered(String line) {
    String[] cells = line.split("\\|", -1);
    String first = cells[0];
    cells[0] = cells[1];
    cells[1] = first;
    return String.join("|", cells);
  }

  private static String structure(String kind, String type, String id) {
    return ofStructure(kind, type, id).line();
  }

  private static String with(MailboxColumn column, String value) {
    return of(2).with(column, value).line() + "\n";
  }

  private static MalformedFiles.Case read(String name, String text, int owners) {
    return file(name, text, new MalformedFiles.Expected.Read(owners, Map.of()));
  }

  private static MalformedFiles.Case read(String name, String text, int owners, String defect) {
    return file(name, text, new MalformedFiles.Expected.Read(owners, Map.of(defect, 1L)));
  }

  private static MalformedFiles.Case refused(String name, String text, RefusalReason reason) {
    return file(name, text, new MalformedFiles.Expected.Refused(reason));
  }

  private static MalformedFiles.Case file(
      String name, String text, MalformedFiles.Expected expected) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new MalformedFiles.Case("mailboxes: " + name, Extraction.Format.TEXT, bytes, expected);
  }

  private static MalformedFiles.Case zip(
      String name, byte[] bytes, MalformedFiles.Expected expected) {
    return new MalformedFiles.Case(name, Extraction.Format.ZIP, bytes, expected);
  }
}
