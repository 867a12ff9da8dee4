package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.TsClient.Kind;
import fr.liaison.acceptance.mls.TsClient.Processed;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.message.Sender;
import java.util.Optional;
import java.util.OptionalInt;

/** What the Java library made of a message, in the terms both drivers share. */
final class JavaOutcomes {
  private JavaOutcomes() {}

  /** The state to store; empty when there is none. */
  static Optional<Group> next(Received outcome) {
    return switch (outcome) {
      case Received.Message read -> Optional.of(read.next());
      case Received.Proposed proposed -> Optional.of(proposed.next());
      case Received.Committed committed -> Optional.of(committed.next());
      case Received.RemovedFromGroup ignored -> Optional.empty();
      case Received.OwnCommit ignored -> Optional.empty();
      case Received.Refused ignored -> Optional.empty();
    };
  }

  static Processed processed(String name, Received outcome) {
    return switch (outcome) {
      case Received.Message read ->
          new Processed(
              Kind.APPLICATION,
              OptionalInt.of(read.senderLeaf()),
              read.authenticatedData().toArray(),
              Optional.of(read.data().toArray()));
      case Received.Proposed proposed ->
          handshake(
              Kind.PROPOSAL,
              proposed.proposal().sender() instanceof Sender.Member(long leaf)
                  ? OptionalInt.of((int) leaf)
                  : OptionalInt.empty());
      case Received.Committed committed ->
          handshake(
              Kind.COMMIT,
              committed.effect().external()
                  ? OptionalInt.empty()
                  : OptionalInt.of(committed.effect().committer()));
      case Received.RemovedFromGroup removed ->
          handshake(Kind.REMOVED, OptionalInt.of(removed.effect().committer()));
      case Received.OwnCommit ignored -> throw new AssertionError(name + " got its own commit");
      case Received.Refused(var refusal) ->
          throw new AssertionError(name + " refused: " + refusal.code());
    };
  }

  private static Processed handshake(Kind kind, OptionalInt sender) {
    return new Processed(kind, sender, new byte[0], Optional.empty());
  }
}
