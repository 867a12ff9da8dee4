package fr.liaison.conversation.room;

import fr.liaison.conversation.roster.Kind;
import java.util.UUID;

/** A conversation that a device of somebody who takes part may enter by itself. */
public record JoinableView(UUID id, Kind kind, long epoch) {}
