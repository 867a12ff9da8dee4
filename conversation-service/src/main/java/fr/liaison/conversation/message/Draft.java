package fr.liaison.conversation.message;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Requester;
import java.util.List;
import java.util.UUID;

/** A well-framed message that waits to be committed. */
record Draft(
    Requester requester,
    Fingerprint fingerprint,
    long epoch,
    Bytes payload,
    Priority priority,
    List<UUID> attachments) {
  ConversationId conversation() {
    return fingerprint.conversation();
  }
}
