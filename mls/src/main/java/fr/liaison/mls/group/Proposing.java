package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.refusal.Refusal;

/** The outcome of making a proposal. */
public sealed interface Proposing {
  /** The MLSMessage to send, and the state that will know it when somebody commits it. */
  record Ready(Bytes message, HeldProposal proposal, Group next) implements Proposing {}

  record Refused(Refusal refusal) implements Proposing {}
}
