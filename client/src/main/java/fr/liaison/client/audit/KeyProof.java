package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Everything that was proven of a device, so that no part of it can change later, and when. */
record KeyProof(
    String practitioner, String nationalId, String signatureKeySha256, Instant provenAt) {
  /** A key can be revoked at any time. */
  private static final Duration FRESH = Duration.ofHours(12);

  static KeyProof of(DeviceClaim claim, UUID practitioner, Instant now) {
    return new KeyProof(
        practitioner.toString(), claim.nationalId(), claim.signatureKeySha256().toBase64Url(), now);
  }

  /** Those of an earlier version have no time: they are old. */
  static KeyProof parse(Bytes stored) {
    String[] lines = new String(stored.toArray(), StandardCharsets.UTF_8).split("\n", -1);
    return new KeyProof(
        lines[0], lines[1], lines[2], lines.length > 3 ? Instant.parse(lines[3]) : Instant.EPOCH);
  }

  Bytes toBytes() {
    String text =
        String.join("\n", practitioner, nationalId, signatureKeySha256, provenAt.toString());
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean isOf(DeviceClaim claim) {
    return isOfKey(claim) && nationalId.equals(claim.nationalId());
  }

  /** Of this key and person, under whatever number. */
  boolean isOfKey(DeviceClaim claim) {
    UUID claimed = claim.practitioner();
    return (claimed == null || practitioner.equals(claimed.toString()))
        && signatureKeySha256.equals(claim.signatureKeySha256().toBase64Url());
  }

  boolean isFresh(Instant now) {
    return !now.isBefore(provenAt) && now.isBefore(provenAt.plus(FRESH));
  }

  /** Keeps the person out of logs. */
  @Override
  public String toString() {
    return "KeyProof[" + provenAt + "]";
  }
}
