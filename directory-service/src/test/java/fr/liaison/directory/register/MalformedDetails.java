package fr.liaison.directory.register;

import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.register.layout.DiplomaColumn;
import fr.liaison.register.layout.KnowHowColumn;
import fr.liaison.register.layout.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the corpus that is files of skills and of diplomas, alone and in an archive. */
final class MalformedDetails {
  static final String SKILLS = Row.header(KnowHowColumn.class);
  static final String DIPLOMAS = Row.header(DiplomaColumn.class);
  static final String SKILL_ENTRY = "PS_LibreAcces_SavoirFaire_202611200730.txt";
  static final String DIPLOMA_ENTRY = "PS_LibreAcces_Dipl_AutExerc_202611200730.txt";
  private static final String PEOPLE = MalformedFiles.lines(MalformedFiles.HEADER, person());
  private static final String SKILL_FILE = MalformedFiles.lines(SKILLS, skill(1).line());
  private static final String DIPLOMA_FILE = MalformedFiles.lines(DIPLOMAS, diploma(1).line());

  private MalformedDetails() {}

  static Row<KnowHowColumn> skill(int number) {
    String rpps = MalformedFiles.rpps(number);
    return Row.of(KnowHowColumn.class)
        .with(KnowHowColumn.IDENTIFIER_TYPE, "8")
        .with(KnowHowColumn.IDENTIFIER, rpps)
        .with(KnowHowColumn.NATIONAL_ID, "8" + rpps)
        .with(KnowHowColumn.FAMILY_NAME, "EXEMPLE")
        .with(KnowHowColumn.PROFESSION, "Médecin")
        .with(KnowHowColumn.KNOW_HOW_TYPE, "Spécialité ordinale")
        .with(KnowHowColumn.KNOW_HOW_CODE, "SM57")
        .with(KnowHowColumn.KNOW_HOW, "Allergologie");
  }

  static Row<DiplomaColumn> diploma(int number) {
    String rpps = MalformedFiles.rpps(number);
    return Row.of(DiplomaColumn.class)
        .with(DiplomaColumn.IDENTIFIER_TYPE, "8")
        .with(DiplomaColumn.IDENTIFIER, rpps)
        .with(DiplomaColumn.NATIONAL_ID, "8" + rpps)
        .with(DiplomaColumn.FAMILY_NAME, "EXEMPLE")
        .with(DiplomaColumn.DIPLOMA_TYPE, "Diplôme d'université")
        .with(DiplomaColumn.DIPLOMA, "DU Douleur");
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
    return List.of(
        read("skills", SKILL_FILE, 1),
        read("skills with a mark, Windows", "\uFEFF" + SKILL_FILE.replace("\n", "\r\n"), 1),
        read("skills ending with |", SKILL_FILE.replace("\n", "|\n"), 1),
        read("skills in capitals", SKILL_FILE.replace(SKILLS, SKILLS.toUpperCase(Locale.ROOT)), 1),
        read("no skills", SKILLS + "\n", 0),
        read("diplomas", DIPLOMA_FILE, 1),
        read("diplomas with a mark, Windows", "\uFEFF" + DIPLOMA_FILE.replace("\n", "\r\n"), 1),
        read("diplomas ending with |", DIPLOMA_FILE.replace("\n", "|\n"), 1),
        read("no diplomas", DIPLOMAS + "\n", 0));
  }

  private static List<MalformedFiles.Case> refusals() {
    return List.of(
        refused(
            "skills without code",
            SKILL_FILE.replace("|Code savoir-faire", "|Autre"),
            RefusalReason.MISSING_COLUMN),
        refused(
            "skills without identifier",
            SKILL_FILE.replace("|Identifiant PP", "|Autre"),
            RefusalReason.MISSING_COLUMN),
        refused(
            "diplomas without diploma",
            DIPLOMA_FILE.replace("|Libellé diplôme obtenu", "|Autre"),
            RefusalReason.MISSING_COLUMN),
        refused(
            "two skill columns",
            MalformedFiles.lines("Code savoir-faire|" + SKILLS, "x|" + skill(1).line()),
            RefusalReason.REPEATED_COLUMN),
        refused(
            "two diploma columns",
            MalformedFiles.lines("Libellé diplôme obtenu|" + DIPLOMAS, "x|" + diploma(1).line()),
            RefusalReason.REPEATED_COLUMN),
        refused(
            "skills cut in a row",
            SKILL_FILE + skill(2).line().substring(0, 30),
            RefusalReason.TRUNCATED),
        refused(
            "diplomas cut in a row",
            DIPLOMA_FILE + diploma(2).line().substring(0, 30),
            RefusalReason.TRUNCATED),
        refused(
            "people cut in the header after skills",
            MalformedFiles.HEADER.substring(0, MalformedFiles.HEADER.indexOf("|Code mode")) + "\n",
            RefusalReason.MISSING_COLUMN),
        latin("skills in Latin-1", SKILL_FILE),
        latin("diplomas in Latin-1", DIPLOMA_FILE));
  }

  private static List<MalformedFiles.Case> rows() {
    Row<KnowHowColumn> other = skill(2);
    return List.of(
        read(
            "skill with too few cells",
            SKILL_FILE + "8|1|2\n" + other.line() + "\n",
            2,
            "incomplete-row"),
        read(
            "skill with too many cells", SKILL_FILE + other.line() + "|x|y\n", 1, "too-many-cells"),
        read(
            "skill broken in a cell",
            SKILL_FILE + skill(2).line().replace("EXEMPLE", "EXEM\nPLE") + "\n",
            2,
            "repaired-line-break"),
        read(
            "skill on a line too long",
            SKILL_FILE + other.line() + "x".repeat(20_000) + "\n",
            1,
            "line-too-long"),
        skill("skill without code", KnowHowColumn.KNOW_HOW_CODE, "", "missing-skill"),
        skill("skill without name", KnowHowColumn.KNOW_HOW, " ", "missing-skill"),
        skill("skill with a code of blanks", KnowHowColumn.KNOW_HOW_CODE, "S M", "missing-skill"),
        skill("skill of nobody", KnowHowColumn.IDENTIFIER, "", "bad-identifier"),
        skill("skill of a wrong digit", KnowHowColumn.IDENTIFIER, "99700220012", "bad-identifier"),
        skill("skill of another", KnowHowColumn.NATIONAL_ID, "899700219001", "identifier-mismatch"),
        skill("skill with a control", KnowHowColumn.KNOW_HOW, "a\u202Eb", "control-character"),
        skill("skill with a long name", KnowHowColumn.KNOW_HOW, "x".repeat(201), "cell-too-long"),
        diploma("diploma without name", DiplomaColumn.DIPLOMA, "", "missing-qualification"),
        diploma("diploma of nobody", DiplomaColumn.IDENTIFIER, "", "bad-identifier"),
        diploma("diploma with a null", DiplomaColumn.DIPLOMA, "a\0b", "control-character"),
        diploma(
            "diploma with a long name", DiplomaColumn.DIPLOMA, "x".repeat(201), "cell-too-long"),
        diploma(
            "diploma of another",
            DiplomaColumn.NATIONAL_ID,
            "899700219001",
            "identifier-mismatch"));
  }

  private static List<MalformedFiles.Case> archives() {
    byte[] sound =
        Archive.of(DIPLOMA_ENTRY, DIPLOMA_FILE)
            .with(SKILL_ENTRY, SKILL_FILE)
            .with(Archive.WANTED, PEOPLE)
            .bytes();
    return List.of(
        zip("people last", sound, new MalformedFiles.Expected.Read(1, Map.of())),
        zip(
            "people first",
            Archive.of(Archive.WANTED, PEOPLE).with(DIPLOMA_ENTRY, DIPLOMA_FILE).bytes(),
            new MalformedFiles.Expected.Read(1, Map.of())),
        zip(
            "two files of skills",
            Archive.of(SKILL_ENTRY, SKILL_FILE)
                .with(SKILL_ENTRY.replace("0730", "0731"), SKILL_FILE)
                .bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "skills beside mailboxes",
            Archive.of(SKILL_ENTRY, SKILL_FILE).with(MalformedMailboxes.ENTRY, "x").bytes(),
            RefusalReason.WRONG_ENTRIES),
        zip(
            "diplomas in the entry of skills",
            Archive.of(Archive.WANTED, PEOPLE).with(SKILL_ENTRY, DIPLOMA_FILE).bytes(),
            RefusalReason.MISSING_COLUMN),
        zip(
            "an empty entry of diplomas",
            Archive.of(Archive.WANTED, PEOPLE).with(DIPLOMA_ENTRY, "").bytes(),
            RefusalReason.EMPTY_FILE),
        zip(
            "skills of the archive cut in a row",
            Archive.of(Archive.WANTED, PEOPLE).with(SKILL_ENTRY, SKILL_FILE + "8|9").bytes(),
            RefusalReason.TRUNCATED),
        zip(
            "a bomb of skills",
            Archive.of(Archive.WANTED, PEOPLE)
                .with(SKILL_ENTRY, SKILLS + "\n" + "\0".repeat(40 << 20))
                .bytes(),
            RefusalReason.TOO_LARGE),
        zip(
            "three files and a cut",
            Arrays.copyOf(sound, sound.length - 30),
            RefusalReason.BAD_ARCHIVE));
  }

  private static String person() {
    return MalformedFiles.row(1, "EXEMPLE", "Alix");
  }

  private static MalformedFiles.Case skill(
      String name, KnowHowColumn column, String value, String defect) {
    return read(name, SKILL_FILE + skill(2).with(column, value).line() + "\n", 1, defect);
  }

  private static MalformedFiles.Case diploma(
      String name, DiplomaColumn column, String value, String defect) {
    return read(name, DIPLOMA_FILE + diploma(2).with(column, value).line() + "\n", 1, defect);
  }

  private static MalformedFiles.Case latin(String name, String text) {
    return new MalformedFiles.Case(
        name,
        Extraction.Format.TEXT,
        text.getBytes(StandardCharsets.ISO_8859_1),
        new MalformedFiles.Expected.Refused(RefusalReason.BAD_ENCODING));
  }

  private static MalformedFiles.Case read(String name, String text, int people) {
    return file(name, text, new MalformedFiles.Expected.Read(people, Map.of()));
  }

  private static MalformedFiles.Case read(String name, String text, int people, String defect) {
    return file(name, text, new MalformedFiles.Expected.Read(people, Map.of(defect, 1L)));
  }

  private static MalformedFiles.Case refused(String name, String text, RefusalReason reason) {
    return file(name, text, new MalformedFiles.Expected.Refused(reason));
  }

  private static MalformedFiles.Case file(
      String name, String text, MalformedFiles.Expected expected) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new MalformedFiles.Case(name, Extraction.Format.TEXT, bytes, expected);
  }

  private static MalformedFiles.Case zip(String name, byte[] bytes, RefusalReason reason) {
    return zip(name, bytes, new MalformedFiles.Expected.Refused(reason));
  }

  private static MalformedFiles.Case zip(
      String name, byte[] bytes, MalformedFiles.Expected expected) {
    return new MalformedFiles.Case("archive with " + name, Extraction.Format.ZIP, bytes, expected);
  }
}
