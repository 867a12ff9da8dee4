package fr.liaison.kit.event;

import fr.liaison.contracts.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it arrived: its CloudEvents identity and the record it carries. */
public record ReceivedEvent(
    UUID id, String source, Instant time, DomainEvent event, @Nullable String traceparent) {}
