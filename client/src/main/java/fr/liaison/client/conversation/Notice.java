package fr.liaison.client.conversation;

import fr.liaison.client.api.Receipt;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentReader;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.group.Followed;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.stream.StreamState;
import java.util.Optional;
import java.util.Set;

/** Something that happened to the conversations of this device. */
public sealed interface Notice {
  /** A message is stored: in log order for each conversation, own ones and gaps included. */
  record Arrived(ConversationId conversation, Message message) implements Notice {}

  /** This device is in a conversation now. */
  record Joined(ConversationId conversation) implements Notice {}

  /** This device is out. */
  record Left(ConversationId conversation) implements Notice {}

  /** The group could not be gone on with and was joined again; what was missed shows as gaps. */
  record Rejoined(ConversationId conversation, Followed.Reason reason) implements Notice {}

  /**
   * A conversation goes on as another; what waited in it goes out there, unless somebody is there
   * who was not in the old one.
   */
  record Succeeded(ConversationId old, ConversationId successor) implements Notice {}

  /** A device was removed, or keys were changed: a new epoch began. */
  record Changed(ConversationId conversation, long epoch) implements Notice {}

  /**
   * These devices in it have keys that the public log does not prove: they read along, and may be
   * nobody's. Told whenever there are others than before; none when all are proven or gone.
   */
  record KeysUnproven(ConversationId conversation, Set<DeviceId> devices) implements Notice {
    public KeysUnproven {
      devices = Set.copyOf(devices);
    }
  }

  /**
   * A message will never be sent; it is out of the outbox.
   *
   * @param content what was written, to be sent otherwise; absent where it was a file that was not
   *     uploaded yet, which is where it came from
   */
  record NotSent(
      ConversationId conversation, MessageId message, Optional<Content> content, Problem problem)
      implements Notice {
    static NotSent of(ConversationId conversation, OutboxMessage message, Problem problem) {
      return new NotSent(
          conversation,
          message.id(),
          ContentReader.read(message.content()) instanceof Decoded.Known(Content written)
              ? Optional.of(written)
              : Optional.empty(),
          problem);
    }

    @Override
    public String toString() {
      return "NotSent[" + message + ", " + problem + "]";
    }
  }

  /** Somebody received or read more. */
  record Marked(ConversationId conversation, Receipt receipt) implements Notice {}

  /** The live stream moved. */
  record Connection(StreamState state) implements Notice {}
}
