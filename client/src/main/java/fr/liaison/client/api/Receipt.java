package fr.liaison.client.api;

import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;

/** How far a device received and its holder read. */
public record Receipt(
    PractitionerId practitionerId, DeviceId deviceId, long deliveredUpTo, long readUpTo) {}
