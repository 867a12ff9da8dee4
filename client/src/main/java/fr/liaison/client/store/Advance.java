package fr.liaison.client.store;

import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import java.util.List;

/**
 * What following the log of a conversation up to {@code cursor} changed: the MLS state after it and
 * the messages read on the way.
 */
public record Advance(
    ConversationId conversation, long cursor, Bytes groupState, List<StoredMessage> messages) {}
