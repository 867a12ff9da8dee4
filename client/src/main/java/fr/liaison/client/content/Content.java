package fr.liaison.client.content;

import fr.liaison.client.id.MessageId;
import org.jspecify.annotations.Nullable;

/** What travels inside an MLS application message. Prints only type and id. */
public sealed interface Content {
  MessageId id();

  /** RFC 3339, by the sender's clock, as written. */
  String sentAt();

  /** Plain text without markup. */
  record Text(MessageId id, String sentAt, String text) implements Content {
    @Override
    public String toString() {
      return "Text[" + id + "]";
    }
  }

  /** A photo with an optional caption. */
  record Photo(MessageId id, String sentAt, AttachmentReference photo, @Nullable String caption)
      implements Content {
    @Override
    public String toString() {
      return "Photo[" + id + "]";
    }
  }

  /** A file of any kind with an optional caption. */
  record Document(MessageId id, String sentAt, DocumentReference document, @Nullable String caption)
      implements Content {
    @Override
    public String toString() {
      return "Document[" + id + "]";
    }
  }
}
