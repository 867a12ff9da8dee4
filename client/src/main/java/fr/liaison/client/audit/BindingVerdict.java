package fr.liaison.client.audit;

import java.util.Optional;
import java.util.UUID;

/** What the log's answer about a device is worth. */
public sealed interface BindingVerdict {
  /** The key was bound to this person, and the device is not revoked. */
  record Bound(Checkpoint checkpoint, UUID practitioner) implements BindingVerdict {}

  /** A genuine log that says nothing of the device (yet). */
  record Unlogged(Checkpoint checkpoint) implements BindingVerdict {}

  /** The device was revoked. */
  record Revoked(Checkpoint checkpoint) implements BindingVerdict {}

  /** The log binds the device to another key or person. */
  record Contradicted(Checkpoint checkpoint) implements BindingVerdict {}

  /** The answer proves nothing: not this log, not its continuation, or not in it. */
  record Refuted(Verdict.Cause cause) implements BindingVerdict {}

  /** The tree that the answer proves; none of one that proves nothing. */
  default Optional<Checkpoint> head() {
    return switch (this) {
      case Bound bound -> Optional.of(bound.checkpoint());
      case Unlogged unlogged -> Optional.of(unlogged.checkpoint());
      case Revoked revoked -> Optional.of(revoked.checkpoint());
      case Contradicted contradicted -> Optional.of(contradicted.checkpoint());
      case Refuted refuted -> Optional.empty();
    };
  }
}
