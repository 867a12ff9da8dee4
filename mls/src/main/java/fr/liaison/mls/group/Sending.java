package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import java.util.List;

/** The outcome of encrypting application data. */
public sealed interface Sending {
  /** The MLSMessage to send, and the state without its key, to be stored before it is sent. */
  record Sealed(Bytes message, Group next) implements Sending {}

  /** Proposals are waiting (section 12.4): somebody may have to go first, so commit them. */
  record CommitFirst(List<HeldProposal> waiting) implements Sending {}

  /** The group was replaced and takes nothing any more. */
  record Closed() implements Sending {}
}
