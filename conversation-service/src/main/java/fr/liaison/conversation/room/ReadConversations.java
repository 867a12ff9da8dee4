package fr.liaison.conversation.room;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads conversations for one of their devices. */
@Singleton
public class ReadConversations {
  private final Database database;
  private final Conversations conversations;

  ReadConversations(Database database, Conversations conversations) {
    this.database = database;
    this.conversations = conversations;
  }

  public List<ConversationView> all(Requester requester) {
    return database.read(transaction -> conversations.ofDevice(transaction, requester.device()));
  }

  /** At most 500: after joining those, there may be more. */
  public List<JoinableView> joinable(Requester requester) {
    return database.read(
        transaction ->
            conversations.joinable(transaction, requester.device(), requester.practitioner()));
  }

  /** Empty when the device is not in the roster. */
  public Optional<ConversationView> one(Requester requester, ConversationId conversation) {
    return database.read(
        transaction -> conversations.find(transaction, conversation, requester.device()));
  }
}
