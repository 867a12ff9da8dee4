package fr.liaison.client.store;

import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;

/** A decrypted message at its place in the log; the plaintext is in the content format. */
public record StoredMessage(long sequence, DeviceId sender, Instant acceptedAt, Bytes plaintext) {}
