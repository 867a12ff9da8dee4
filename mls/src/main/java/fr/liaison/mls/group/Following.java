package fr.liaison.mls.group;

import fr.liaison.mls.refusal.Refusal;

/** The outcome of following a handshake message without secrets. */
public sealed interface Following {
  /** A commit: the next epoch, and what changed. */
  record Advanced(PublicGroup next, CommitEffect effect) implements Following {}

  /** A proposal, held until a commit or the end of the epoch. */
  record Proposed(PublicGroup next, HeldProposal proposal) implements Following {}

  record Refused(Refusal refusal) implements Following {}
}
