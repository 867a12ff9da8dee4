package fr.liaison.register.defect;

/** What is wrong with one row of a person, as real files were seen to have it. */
public enum Defect {
  NONE(true),
  /** The same row twice, cell for cell. */
  DUPLICATE(true),
  /** A lone quotation mark, which a reader of quoted formats would take for an opening one. */
  QUOTE(true),
  BACKSLASH(true),
  /** A line break inside a cell. */
  LINE_BREAK(true),
  MISSING_STRUCTURE(true),
  MISSING_ADDRESS(true),
  /** No civility, neither as a person nor as a professional. */
  MISSING_CIVILITY(true),
  /** An address in another country, with the postal code {@code GL}. */
  ABROAD(true),
  /** One more separator at the end, as old files have it. */
  TRAILING_SEPARATOR(true),
  BAD_CHECK_DIGIT(false),
  TOO_FEW_CELLS(false),
  TOO_MANY_CELLS(false),
  CONTROL_CHARACTER(false),
  /** A cell longer than any label can be. */
  LONG_CELL(false);

  private final boolean usable;

  Defect(boolean usable) {
    this.usable = usable;
  }

  /** Whether a careful reader can still use the row. */
  public boolean usable() {
    return usable;
  }

  /** The stable name, for example {@code bad-check-digit}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
