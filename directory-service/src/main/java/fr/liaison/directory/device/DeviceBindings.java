package fr.liaison.directory.device;

import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The entries of the transparency log by which clients know that a key was bound to a person in
 * public. They say that and nothing else, since every professional may open them: who did it, from
 * where, stands in the act beside. Their form is part of {@code docs/audit-log.md}.
 */
@ApplicationScoped
class DeviceBindings {
  static final String ACTION = "device.binding";

  private final AuditTrail audit;

  DeviceBindings(AuditTrail audit) {
    this.audit = audit;
  }

  /** Whose key of which device it is, and until when the certificate says so. */
  record Binding(
      UUID device, UUID practitioner, String nationalId, Bytes signatureKey, Instant expiresAt) {}

  ActRecorded bound(Binding binding) {
    return audit.stamp(of("bound", binding));
  }

  ActRecorded renewed(Binding binding) {
    return audit.stamp(of("renewed", binding));
  }

  ActRecorded revoked(DeviceRevoked revoked) {
    return audit.stamp(
        Act.of(ACTION)
            .on("device", revoked.deviceId())
            .with("event", "revoked")
            .with("practitioner", revoked.practitionerId()));
  }

  private static Act of(String event, Binding binding) {
    return Act.of(ACTION)
        .on("device", binding.device())
        .with("event", event)
        .with("practitioner", binding.practitioner())
        .with("nationalId", binding.nationalId())
        .with("signatureKeySha256", sha256(binding.signatureKey()).toBase64Url())
        .with("expiresAt", binding.expiresAt());
  }

  private static Bytes sha256(Bytes key) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(key.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
