package fr.liaison.directory.register.file;

import java.util.Locale;

/**
 * What is wrong with one row. Repaired and repeated rows, and tolerated check digits, are counted
 * too, but lose nothing.
 */
public enum DefectReason {
  /** Fewer cells than the header, and no following line completes it. */
  INCOMPLETE_ROW,
  /** More cells than the header. */
  TOO_MANY_CELLS,
  /** Longer than a row can be. */
  LINE_TOO_LONG,
  /** The line was broken inside a cell and put together again. */
  REPAIRED_LINE_BREAK,
  /** The identifier has the wrong form or check digit for its type. */
  BAD_IDENTIFIER,
  /** The check digit is wrong, but only counts here: the row is used. */
  WRONG_CHECK_DIGIT,
  /** The national identification is not the type followed by the identifier. */
  IDENTIFIER_MISMATCH,
  MISSING_NAME,
  MISSING_PROFESSION,
  CELL_TOO_LONG,
  CONTROL_CHARACTER,
  /** Of a mailbox: neither a person's, a service's, a program's nor a practice's. */
  UNKNOWN_MAILBOX_KIND,
  /** Not a mail address, or a patient's. */
  BAD_ADDRESS,
  /** The mailbox of a structure that the row does not name. */
  MISSING_STRUCTURE,
  /** Of a file of skills: no code, or no name of it. */
  MISSING_SKILL,
  /** Of a file of diplomas: neither a diploma nor an authorisation has a name. */
  MISSING_QUALIFICATION,
  /** Somebody on the red list, who must not be published. */
  RED_LISTED,
  /**
   * The same row, cell for cell, stands earlier in the file; of mailboxes, the same address of the
   * same owner; of skills and qualifications, the same one of the same person.
   */
  REPEATED_ROW;

  /** The stable code, for example {@code bad-identifier}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
