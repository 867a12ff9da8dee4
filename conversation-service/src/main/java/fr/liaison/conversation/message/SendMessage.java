package fr.liaison.conversation.message;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.group.ApplicationMessage;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Membership;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Appends an application message to a conversation's log. Accepted means committed; the same bytes
 * from the same device get their first answer again.
 */
@Singleton
public class SendMessage {
  private final SendQueue queue;
  private final Database database;
  private final Rosters rosters;
  private final MessageConfig config;

  SendMessage(SendQueue queue, Database database, Rosters rosters, MessageConfig config) {
    this.queue = queue;
    this.database = database;
    this.rosters = rosters;
    this.config = config;
  }

  public SendOutcome send(
      Requester requester,
      ConversationId conversation,
      Bytes message,
      Priority priority,
      List<UUID> attachments) {
    if (message.length() > config.largest().asLongValue()
        || attachments.size() > config.attachments()) {
      return new SendOutcome.TooLarge();
    }
    return switch (ApplicationMessage.read(conversation, message)) {
      case ApplicationMessage.Reading.Unreadable(var unfit) -> new SendOutcome.Unfit(unfit);
      case ApplicationMessage.Reading.Fits(long epoch) ->
          dated(
              requester,
              conversation,
              queue.send(
                  new Draft(
                      requester,
                      new Fingerprint(conversation, Sha256.of(message)),
                      epoch,
                      message,
                      priority,
                      attachments)));
    };
  }

  /** Only who is refused for it has to know since when. */
  private SendOutcome dated(Requester requester, ConversationId conversation, SendOutcome outcome) {
    return outcome instanceof SendOutcome.Dormant
        ? new SendOutcome.Dormant(
            database
                .read(reader -> rosters.membership(reader, conversation, requester.device()))
                .flatMap(Membership::dormantSince))
        : outcome;
  }
}
