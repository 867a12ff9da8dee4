package fr.liaison.conversation.message;

import fr.liaison.conversation.roster.ConversationId;
import java.time.Instant;
import java.util.Optional;

/** How sending a message ended. */
public sealed interface SendOutcome {
  /** It stands in the log at this place, now or since it was first sent. */
  record Accepted(long sequence, Instant acceptedAt) implements SendOutcome {}

  /** It was encrypted for another epoch; the sender must catch up and encrypt again. */
  record StaleEpoch(long currentEpoch, long lastSequence) implements SendOutcome {}

  /** A removal waits; it must be committed before anything is encrypted for the others. */
  record CommitFirst(long currentEpoch, long lastSequence) implements SendOutcome {}

  /** The conversation takes nothing new; it goes on in its successor, once there is one. */
  record Closed(Optional<ConversationId> successor) implements SendOutcome {}

  /** The sender's device was away for too long and has no state of this epoch. */
  record Dormant(Optional<Instant> since) implements SendOutcome {}

  /** Another device sent these very bytes before. */
  record Replayed() implements SendOutcome {}

  /** The sender's device is not in the roster, or there is no such conversation. */
  record NotAMember() implements SendOutcome {}

  /** The bytes are not an application message of this group. */
  record Unfit(fr.liaison.conversation.group.Unfit unfit) implements SendOutcome {}

  /** The message or its list of attachments is larger than allowed. */
  record TooLarge() implements SendOutcome {}

  /** Too many sends wait already; nothing was written. */
  record Busy() implements SendOutcome {}
}
