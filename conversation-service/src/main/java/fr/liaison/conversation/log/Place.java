package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.DeviceId;
import java.time.Instant;

/** Where an entry stands, enough to repeat the answer its sender got. */
public record Place(long sequence, long epoch, DeviceId sender, Instant acceptedAt) {}
