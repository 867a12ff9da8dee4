package fr.liaison.client.api;

import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;

/** An active device of a colleague. */
public record PeerDevice(
    DeviceId id,
    Bytes signatureKey,
    List<Bytes> certificateChain,
    Instant enrolledAt,
    Instant expiresAt) {}
