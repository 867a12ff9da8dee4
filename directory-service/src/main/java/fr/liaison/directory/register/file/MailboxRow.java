package fr.liaison.directory.register.file;

import org.jspecify.annotations.Nullable;

/**
 * One usable mailbox. The owner is the national id of a person ({@code PER}) or the id of a
 * structure as situations have it. Prints neither owner nor address.
 */
public record MailboxRow(
    long line,
    String owner,
    String address,
    Kind kind,
    @Nullable String service,
    @Nullable String structureName,
    @Nullable Boolean paperless) {

  /** Whose mailbox: a person's, a service's, a program's, or a practice's. */
  public enum Kind {
    PER,
    ORG,
    APP,
    CAB
  }

  @Override
  public String toString() {
    return "MailboxRow[line=" + line + "]";
  }
}
