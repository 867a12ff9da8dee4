package fr.liaison.directory.register;

/** How far an import is. Only {@code done} has a report. */
public enum ImportPhase {
  /** Rows arrive and are written beside the register in force. */
  reading,
  /** Rows are gathered by person and compared with the register in force. */
  gathering,
  /** The register in force becomes the new one, in one transaction. */
  merging,
  done
}
