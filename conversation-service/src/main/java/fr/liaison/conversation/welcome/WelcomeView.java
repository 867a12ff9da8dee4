package fr.liaison.conversation.welcome;

import fr.liaison.contracts.json.Bytes;
import java.util.UUID;

/** A Welcome and the log entry, the commit, it belongs to. */
public record WelcomeView(UUID id, UUID conversationId, long sequence, Bytes welcome) {}
