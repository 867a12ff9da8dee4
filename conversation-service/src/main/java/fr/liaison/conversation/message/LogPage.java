package fr.liaison.conversation.message;

import fr.liaison.conversation.log.EntryView;
import java.util.List;

/** A page of the log; {@code caughtUp} when nothing the device may read comes after it. */
public record LogPage(List<EntryView> entries, boolean caughtUp) {}
