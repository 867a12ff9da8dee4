package fr.liaison.client.device;

import fr.liaison.client.api.Device;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.RenewalRequest;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for a new certificate of the same key, in time or as soon as the device is back; checked
 * against the pinned root and durable before it is answered.
 */
public final class RenewCertificate {
  /** A third of what a certificate usually lasts. */
  private static final Duration BEFORE = Duration.ofDays(30);

  private final DirectoryApi directory;
  private final Store store;

  public RenewCertificate(DirectoryApi directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  public static boolean isDue(EnrolledDevice device, Instant now) {
    return device.expiresAt().minus(BEFORE).isBefore(now);
  }

  /** The device with its new certificate. */
  public Answer<EnrolledDevice> renew(EnrolledDevice device) {
    return directory
        .challenge()
        .then(
            challenge ->
                directory.renew(
                    device.id(),
                    new RenewalRequest(
                        challenge.challenge(),
                        device.key().proof("liaison-device-renewal-v1", challenge.challenge()))))
        .then(renewed -> keep(device, renewed));
  }

  private Answer<EnrolledDevice> keep(EnrolledDevice device, Device renewed) {
    Optional<String> fault =
        CertificateCheck.fault(
            renewed.certificateChain(), device.rootCertificate(), device.publicKey());
    if (fault.isPresent()) {
      return new Answer.Refused<>(Problem.named(422, "certificate-untrustworthy"));
    }
    EnrolledDevice kept = device.certified(renewed.certificateChain(), renewed.expiresAt());
    store.change(kept::save);
    return new Answer.Done<>(kept);
  }
}
