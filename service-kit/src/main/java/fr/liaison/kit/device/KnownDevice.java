package fr.liaison.kit.device;

import fr.liaison.contracts.json.Bytes;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A device as the directory last told of it. {@code signatureKey} is the raw Ed25519 public key.
 */
public record KnownDevice(
    UUID deviceId,
    String accountId,
    UUID practitionerId,
    Bytes signatureKey,
    Instant expiresAt,
    boolean revoked) {

  static KnownDevice of(Row row) {
    return new KnownDevice(
        row.getUUID("device_id"),
        row.getString("account_id"),
        row.getUUID("practitioner_id"),
        Bytes.of(row.getBuffer("signature_key").getBytes()),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getBoolean("revoked"));
  }
}
