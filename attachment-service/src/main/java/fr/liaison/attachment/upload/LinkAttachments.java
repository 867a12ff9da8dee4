package fr.liaison.attachment.upload;

import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the attachments that an accepted message refers to. Only a message of the attachment's own
 * conversation counts: naming a foreign attachment neither keeps nor opens it.
 */
@ApplicationScoped
public class LinkAttachments implements EventHandler {

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    for (ReceivedEvent received : events) {
      if (received.event() instanceof MessageAccepted message && !message.attachments().isEmpty()) {
        link(transaction, message);
      }
    }
  }

  private static void link(Transaction transaction, MessageAccepted message) {
    transaction.update(
        """
        update attachment set linked_at = clock_timestamp()
        where id = any($1) and conversation_id = $2 and linked_at is null
          and state in ('receiving', 'complete')
        """,
        message.attachments().toArray(UUID[]::new),
        message.conversationId());
  }
}
