package fr.liaison.client.api;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.WelcomeId;
import fr.liaison.contracts.json.Bytes;

/**
 * An invitation that waits until this device deletes it; the log goes on after {@code sequence}.
 */
public record Welcome(WelcomeId id, ConversationId conversationId, long sequence, Bytes welcome) {}
