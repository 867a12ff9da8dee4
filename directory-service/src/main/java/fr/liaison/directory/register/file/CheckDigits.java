package fr.liaison.directory.register.file;

/** What becomes of a row whose RPPS or ADELI number has a wrong check digit. */
public enum CheckDigits {
  /** The row is not used. */
  STRICT,
  /** The row is used and counted: only for realms of test identities, never for real ones. */
  WARN
}
