package fr.liaison.client.conversation;

import fr.liaison.client.http.Problem;
import fr.liaison.client.id.MessageId;

/** What became of sending. */
public sealed interface SendOutcome {
  /** It is in the log, and stored here. */
  record Accepted(MessageId message) implements SendOutcome {}

  /** It waits, with its file, survives a restart, and goes out with the next connection. */
  record Queued(MessageId message) implements SendOutcome {}

  /** It will never be sent. */
  record Refused(Problem problem) implements SendOutcome {}
}
