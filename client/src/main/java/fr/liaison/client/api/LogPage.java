package fr.liaison.client.api;

import java.util.List;

/** Entries in sequence without gaps; {@code caughtUp} when there were no more. */
public record LogPage(List<Entry> entries, boolean caughtUp) {}
