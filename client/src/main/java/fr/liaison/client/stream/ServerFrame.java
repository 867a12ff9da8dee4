package fr.liaison.client.stream;

import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Receipt;
import fr.liaison.client.api.Welcome;
import fr.liaison.client.id.ConversationId;

/** What the server says on the stream, as far as it concerns the program. */
public sealed interface ServerFrame {
  /** A Welcome waits until it is deleted over HTTP; it comes again on every stream until then. */
  record Welcomed(Welcome welcome) implements ServerFrame {}

  /** The next entry of a conversation. */
  record Logged(Entry entry) implements ServerFrame {}

  /** Somebody received or read more. */
  record Marked(ConversationId conversation, Receipt receipt) implements ServerFrame {}

  /** The roster changed; read the conversation again over HTTP. */
  record Changed(ConversationId conversation) implements ServerFrame {}

  /** What this device missed is kept no more: it must join the conversation again. */
  record ResyncRequired(ConversationId conversation) implements ServerFrame {}

  /** Everything from before the connection has been given; keep the token for the next one. */
  record CaughtUp(String resume) implements ServerFrame {}
}
