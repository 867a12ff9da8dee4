package fr.liaison.client.audit;

import java.util.Optional;

/**
 * Checks checkpoints and proofs against a verifier key the caller trusts. Never throws: what cannot
 * be read is refuted.
 */
public final class VerifyLog {
  private VerifyLog() {}

  public static Verdict checkpoint(String note, String verifierKey) {
    try {
      VerifierKey key = VerifierKey.parse(verifierKey);
      SignedNote signed = SignedNote.parse(note);
      Checkpoint checkpoint = Checkpoint.parse(signed.text());
      return fault(signed, checkpoint, key)
          .<Verdict>map(Verdict.Refuted::new)
          .orElseGet(() -> new Verdict.GenuineCheckpoint(checkpoint));
    } catch (MalformedProof malformed) {
      return new Verdict.Refuted(Verdict.Cause.MALFORMED);
    }
  }

  /**
   * One act by its tlog-proof, without a network.
   *
   * @param entry id of the act it must be of, or empty for whichever it is of
   */
  public static Verdict proof(String file, String entry, String verifierKey) {
    try {
      Proof proof = Proof.parse(file);
      return switch (checkpoint(proof.checkpoint(), verifierKey)) {
        case Verdict.GenuineCheckpoint(Checkpoint checkpoint) -> included(proof, entry, checkpoint);
        case Verdict.Refuted refuted -> refuted;
        case Verdict.Proven proven -> proven;
      };
    } catch (MalformedProof malformed) {
      return new Verdict.Refuted(Verdict.Cause.MALFORMED);
    }
  }

  private static Verdict included(Proof proof, String entry, Checkpoint checkpoint) {
    Leaf leaf = proof.leaf();
    if (!entry.isEmpty() && !entry.equals(leaf.id())) {
      return new Verdict.Refuted(Verdict.Cause.OTHER_ENTRY);
    }
    if (!leaf.opens()) {
      return new Verdict.Refuted(Verdict.Cause.LEAF);
    }
    boolean included =
        Merkle.isIncluded(
            Merkle.leafHash(leaf.entry().toArray()),
            proof.index(),
            checkpoint.size(),
            proof.path(),
            checkpoint.root());
    return included
        ? new Verdict.Proven(checkpoint, leaf.id(), proof.index(), leaf.payload() != null)
        : new Verdict.Refuted(Verdict.Cause.INCLUSION);
  }

  private static Optional<Verdict.Cause> fault(
      SignedNote note, Checkpoint checkpoint, VerifierKey key) {
    return switch (note.of(key)) {
      case MISSING -> Optional.of(Verdict.Cause.KEY);
      case FALSE -> Optional.of(Verdict.Cause.SIGNATURE);
      case SIGNED ->
          checkpoint.origin().equals(key.name())
              ? Optional.empty()
              : Optional.of(Verdict.Cause.ORIGIN);
    };
  }
}
