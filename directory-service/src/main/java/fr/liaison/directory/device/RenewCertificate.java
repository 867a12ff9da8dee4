package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives one of the caller's devices a new certificate of the same key, without a fresh login: proof
 * of the key is enough. Possible until some time after the old one ended; while more than half of
 * it is left, the answer is the device as it is. Every refusal is audited.
 */
@ApplicationScoped
public class RenewCertificate {
  private final IdentifyPractitioner identifyPractitioner;
  private final DeviceChallenges challenges;
  private final Devices devices;
  private final CertificateAuthority authority;
  private final Database database;
  private final Outbox outbox;
  private final DeviceBindings bindings;
  private final AuditTrail audit;
  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();

  RenewCertificate(
      IdentifyPractitioner identifyPractitioner,
      DeviceChallenges challenges,
      Devices devices,
      CertificateAuthority authority,
      Database database,
      Outbox outbox,
      DeviceBindings bindings,
      AuditTrail audit,
      DeviceConfig config) {
    this.identifyPractitioner = identifyPractitioner;
    this.challenges = challenges;
    this.devices = devices;
    this.authority = authority;
    this.database = database;
    this.outbox = outbox;
    this.bindings = bindings;
    this.audit = audit;
    this.config = config;
  }

  Device renew(Caller caller, DeviceId id, @Nullable RenewalRequest request) {
    try {
      return database.inTransaction(transaction -> renew(transaction, caller, id, request));
    } catch (Problem problem) {
      if (!problem.refusesAccess()) {
        audit.recordAlone(act(caller, id).with("problem", problem.type().code()).refused());
      }
      throw problem;
    }
  }

  private Device renew(
      Transaction transaction, Caller caller, DeviceId id, @Nullable RenewalRequest request) {
    Practitioner practitioner = identifyPractitioner.require(transaction, caller);
    if (request == null) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    Possession possession =
        Possession.of(Possession.TO_RENEW, request.challenge(), request.proof());
    if (devices.countLocked(transaction, new PractitionerId(practitioner.id())).isEmpty()) {
      throw Problem.of(ProblemType.REGISTRATION_ENDED);
    }
    Device device =
        devices
            .findLocked(transaction, id, caller.accountId())
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (device.status() == Device.Status.revoked) {
      throw Problem.of(ProblemType.DEVICE_REVOKED);
    }
    possession.require(device.signatureKey().toArray());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byte[] challenge = IssueChallenge.digest(possession.challenge());
    if (!challenges.use(transaction, challenge, caller.accountId(), now.atOffset(ZoneOffset.UTC))) {
      throw Problem.of(ProblemType.CHALLENGE_SPENT);
    }
    devices.used(transaction, Map.of(id.value(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    boolean fresh = device.expiresAt().isAfter(now.plus(config.validity().dividedBy(2)));
    if (fresh && authority.names(device.certificateChain().getFirst(), practitioner)) {
      return device;
    }
    Device renewed =
        device.certified(authority.issue(device.signatureKey().toArray(), id, practitioner));
    devices.renew(transaction, renewed);
    outbox.append(
        transaction,
        new DeviceEnrolled(
            renewed.id(),
            caller.accountId(),
            practitioner.id(),
            renewed.signatureKey(),
            renewed.expiresAt()));
    outbox.append(
        transaction,
        bindings.renewed(renewed.binding(practitioner.id(), practitioner.nationalId())));
    audit.record(transaction, act(caller, id));
    return renewed;
  }

  private static Act act(Caller caller, DeviceId id) {
    return Act.of("device.renew").by(caller).on("device", id.value());
  }
}
