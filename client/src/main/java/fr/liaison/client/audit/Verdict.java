package fr.liaison.client.audit;

/** What a check found. */
public sealed interface Verdict {
  /** A genuine checkpoint of the log whose key was given. */
  record GenuineCheckpoint(Checkpoint checkpoint) implements Verdict {}

  /**
   * The act stands in the log.
   *
   * @param payloadPresent false once the personal part was purged
   */
  record Proven(Checkpoint checkpoint, String entry, long index, boolean payloadPresent)
      implements Verdict {}

  record Refuted(Cause cause) implements Verdict {}

  /** Why nothing is proven. */
  enum Cause {
    /** Not in the format. */
    MALFORMED,
    /** The proof is of another act than asked for. */
    OTHER_ENTRY,
    /** The leaf does not commit to the payload that came with it. */
    LEAF,
    /** The leaf is not in the tree. */
    INCLUSION,
    /** The log's key did not sign. */
    KEY,
    /** The signature is false. */
    SIGNATURE,
    /** Signed for another log. */
    ORIGIN,
    /** The log does not go on from the tree seen last. */
    FORK
  }
}
