package fr.liaison.audit.entry;

/** What came of asking for a proof. */
sealed interface ProofOutcome {

  /** The tlog-proof file. */
  record Proven(String file) implements ProofOutcome {}

  /** The entry is in the log, and the next checkpoint will cover it. */
  record AwaitsCheckpoint() implements ProofOutcome {}

  /** No such act is in the log. */
  record Unknown() implements ProofOutcome {}
}
