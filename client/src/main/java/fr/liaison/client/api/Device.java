package fr.liaison.client.api;

import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;

/** A device of the caller as the directory certified it: own certificate first, then its issuer. */
public record Device(
    DeviceId id,
    String name,
    Bytes signatureKey,
    String status,
    Instant enrolledAt,
    Instant expiresAt,
    List<Bytes> certificateChain) {}
