package fr.liaison.audit.entry;

import fr.liaison.contracts.event.ActRecorded.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are asked for; absent means any. {@code from} is included, {@code to} is not; the
 * actor is an account, national or practitioner id.
 */
record EntryFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String actor,
    @Nullable String action,
    @Nullable Outcome outcome) {}
