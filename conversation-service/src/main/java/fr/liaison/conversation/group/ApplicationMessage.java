package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.mls.message.ContentType;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;

/**
 * What the server can tell of an encrypted message: that it is one, for which group and which
 * epoch. Costs no cryptography.
 */
public final class ApplicationMessage {
  private static final String FIELD = "message";

  private ApplicationMessage() {}

  /** The epoch it was encrypted in, or why it is none. */
  public sealed interface Reading {
    record Fits(long epoch) implements Reading {}

    record Unreadable(Unfit unfit) implements Reading {}
  }

  public static Reading read(ConversationId conversation, Bytes bytes) {
    try {
      if (!(MlsInput.message(FIELD, bytes) instanceof MlsMessage.Private(PrivateMessage message))) {
        return new Reading.Unreadable(Unfit.of(FIELD, "wire-format"));
      }
      UnfitMls.unless(message.contentType() == ContentType.APPLICATION, FIELD, "content-type");
      UnfitMls.unless(
          message.groupId().equals(MlsInput.mls(conversation.groupId())), FIELD, "wrong-group");
      UnfitMls.unless(message.epoch() >= 0, FIELD, "number-too-large");
      return new Reading.Fits(message.epoch());
    } catch (UnfitMls unfit) {
      return new Reading.Unreadable(unfit.unfit());
    }
  }
}
