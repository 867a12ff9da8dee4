package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import java.time.Instant;
import java.util.UUID;

/**
 * Who a leaf is, as an authority certified it: from the first certificate of its chain.
 *
 * @param device from the subject alternative name {@code urn:liaison:device:<uuid>}
 * @param name the subject's common name; empty when it has none
 * @param nationalId the subject's serial number
 * @param signatureKey as a leaf node has it
 * @param notBefore from when the whole chain is valid
 * @param notAfter until when the whole chain is valid
 */
public record CertifiedDevice(
    UUID device,
    String name,
    String nationalId,
    Bytes signatureKey,
    Instant notBefore,
    Instant notAfter) {
  public boolean isValidAt(Instant moment) {
    return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
  }
}
