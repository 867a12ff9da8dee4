package fr.liaison.client.device;

import fr.liaison.client.api.Device;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.EnrolmentRequest;
import fr.liaison.client.api.Me;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.http.Answer;
import fr.liaison.client.store.Store;
import fr.liaison.contracts.json.Bytes;
import java.util.Optional;

/**
 * Makes this store a device: new key, proof of possession, certificate checked against the root,
 * root pinned, all of it durable before the outcome says so. Needs a login of the last 15 minutes.
 */
public final class EnrolDevice {
  private final DirectoryApi directory;
  private final Store store;

  public EnrolDevice(DirectoryApi directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  /** What the server gave for our key. */
  private record Certified(Device device, Bytes root) {}

  public EnrolmentOutcome enrol(String name) {
    Optional<EnrolledDevice> before = store.read(EnrolledDevice::load);
    if (before.isPresent()) {
      return new EnrolmentOutcome.AlreadyEnrolled(before.get());
    }
    return switch (directory.me()) {
      case Answer.Done<Me>(Me me) -> enrol(name, me);
      case Answer.Refused<Me>(var problem) -> new EnrolmentOutcome.Refused(problem);
      case Answer.Unreachable<Me>() -> new EnrolmentOutcome.Unreachable();
    };
  }

  private EnrolmentOutcome enrol(String name, Me me) {
    Practitioner participant = me.practitioner();
    if (participant == null) {
      return new EnrolmentOutcome.NoParticipant();
    }
    DeviceKey key = DeviceKey.generate();
    Answer<Certified> certified =
        directory
            .challenge()
            .then(challenge -> directory.enrol(request(name, key, challenge.challenge())))
            .then(device -> directory.trustAnchor().map(root -> new Certified(device, root)));
    return switch (certified) {
      case Answer.Done<Certified>(Certified done) -> keep(done, key, participant);
      case Answer.Refused<Certified>(var problem) -> new EnrolmentOutcome.Refused(problem);
      case Answer.Unreachable<Certified>() -> new EnrolmentOutcome.Unreachable();
    };
  }

  private EnrolmentOutcome keep(Certified certified, DeviceKey key, Practitioner participant) {
    Device device = certified.device();
    Optional<String> fault =
        CertificateCheck.fault(device.certificateChain(), certified.root(), key.publicKey());
    if (fault.isPresent()) {
      return new EnrolmentOutcome.Untrustworthy(fault.get());
    }
    EnrolledDevice enrolled =
        new EnrolledDevice(
            device.id(),
            participant.id(),
            key.publicKey(),
            key.seed(),
            device.certificateChain(),
            certified.root(),
            device.expiresAt());
    store.change(enrolled::save);
    return new EnrolmentOutcome.Enrolled(enrolled);
  }

  static EnrolmentRequest request(String name, DeviceKey key, String challenge) {
    return new EnrolmentRequest(
        name, key.publicKey(), challenge, key.proof("liaison-device-enrolment-v1", challenge));
  }
}
