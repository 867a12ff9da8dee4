package fr.liaison.conversation.log;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;

/** What makes bytes "the same bytes": their hash, within one conversation. */
public record Fingerprint(ConversationId conversation, Bytes sha256) {}
