package fr.liaison.directory.register.file;

import java.util.Locale;

/** Why a register file is refused whole. The former directory then stays as it was. */
public enum RefusalReason {
  EMPTY_FILE("The file has no header line"),
  BAD_ENCODING("The file is not UTF-8"),
  MISSING_COLUMN("A mandatory column is missing"),
  REPEATED_COLUMN("A column stands twice, so that its cells are ambiguous"),
  TRUNCATED("The last line is incomplete: the download was cut"),
  TOO_FEW_ROWS("The file has fewer usable rows than the configured floor"),
  TOO_MANY_DEPARTURES("More people would leave than the configured share allows"),
  TOO_MANY_REMOVALS(
      "More mailboxes, skills or qualifications would disappear than the configured share allows"),
  TOO_LARGE("The file is larger than the configured limit"),
  BAD_ARCHIVE("The archive is damaged, encrypted or not a zip archive"),
  WRONG_ENTRIES(
      "The archive must hold one Extraction_Correspondance_MSSante file, or one"
          + " PS_LibreAcces_Personne_activite, _SavoirFaire and _Dipl_AutExerc file each, at its"
          + " top"),
  INTERRUPTED("The service stopped or lost its database before the import ended");

  private final String sentence;

  RefusalReason(String sentence) {
    this.sentence = sentence;
  }

  /** The stable code, for example {@code too-few-rows}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String sentence() {
    return sentence;
  }
}
