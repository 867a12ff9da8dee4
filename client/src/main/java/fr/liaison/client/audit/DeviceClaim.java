package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device as its certificate shows it, and the person the server says it is of.
 *
 * @param practitioner absent of a member of a group, whom the certificate alone names
 */
public record DeviceClaim(
    UUID device, @Nullable UUID practitioner, String nationalId, Bytes signatureKeySha256) {
  public static DeviceClaim of(
      UUID device, @Nullable UUID practitioner, String nationalId, Bytes signatureKey) {
    return new DeviceClaim(
        device, practitioner, nationalId, Bytes.of(Merkle.sha256(signatureKey.toArray())));
  }

  /** Keeps the person out of logs. */
  @Override
  public String toString() {
    return "DeviceClaim[" + device + "]";
  }
}
