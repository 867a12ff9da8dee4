package fr.liaison.conversation.log;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.time.Instant;

/**
 * One committed place of a conversation's log; never changes. The epoch is the one it was made in.
 */
public record LogEntry(
    ConversationId conversation,
    long sequence,
    EntryKind kind,
    long epoch,
    DeviceId sender,
    Instant acceptedAt,
    Priority priority,
    Bytes sha256,
    Bytes payload) {}
