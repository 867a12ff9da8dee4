package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.IdentifyPractitioner;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.StatementRefused;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.idempotency.Idempotency;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Enrols a device: fresh login, proof of possession, unused challenge, room for one more. The
 * certificate, the event, the audit entry and the public binding are of one transaction. Every
 * refusal is audited.
 */
@ApplicationScoped
public class EnrolDevice {
  private final FreshLogin freshLogin;
  private final IdentifyPractitioner identifyPractitioner;
  private final DeviceChallenges challenges;
  private final Devices devices;
  private final DeviceSessions sessions;
  private final CertificateAuthority authority;
  private final Idempotency idempotency;
  private final Database database;
  private final Outbox outbox;
  private final DeviceBindings bindings;
  private final AuditTrail audit;
  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();

  EnrolDevice(
      FreshLogin freshLogin,
      IdentifyPractitioner identifyPractitioner,
      DeviceChallenges challenges,
      Devices devices,
      DeviceSessions sessions,
      CertificateAuthority authority,
      Idempotency idempotency,
      Database database,
      Outbox outbox,
      DeviceBindings bindings,
      AuditTrail audit,
      DeviceConfig config) {
    this.freshLogin = freshLogin;
    this.identifyPractitioner = identifyPractitioner;
    this.challenges = challenges;
    this.devices = devices;
    this.sessions = sessions;
    this.authority = authority;
    this.idempotency = idempotency;
    this.database = database;
    this.outbox = outbox;
    this.bindings = bindings;
    this.audit = audit;
    this.config = config;
  }

  Device enrol(Caller caller, @Nullable EnrolmentRequest request, @Nullable String idempotencyKey) {
    try {
      freshLogin.require(caller);
      database.run(transaction -> identifyPractitioner.require(transaction, caller));
      Enrolment enrolment = Enrolment.of(request);
      enrolment.requirePossession();
      return database.inTransaction(
          transaction ->
              idempotency.once(
                  transaction,
                  caller,
                  idempotencyKey,
                  Objects.requireNonNull(request),
                  Device.class,
                  () -> enrol(transaction, caller, enrolment)));
    } catch (StatementRefused refused) {
      if (refused.isUniqueViolation()) {
        throw refusal(caller, Problem.of(ProblemType.CONFLICT, "The key is enrolled already"));
      }
      throw refused;
    } catch (Problem problem) {
      throw refusal(caller, problem);
    }
  }

  private Device enrol(Transaction transaction, Caller caller, Enrolment enrolment) {
    Practitioner practitioner = identifyPractitioner.require(transaction, caller);
    PractitionerId practitionerId = new PractitionerId(practitioner.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byte[] challenge = IssueChallenge.digest(enrolment.challenge());
    if (!challenges.use(transaction, challenge, caller.accountId(), now.atOffset(ZoneOffset.UTC))) {
      throw Problem.of(ProblemType.CHALLENGE_SPENT);
    }
    int held =
        devices
            .countLocked(transaction, practitionerId)
            .orElseThrow(() -> Problem.of(ProblemType.REGISTRATION_ENDED));
    if (held >= config.most()) {
      throw Problem.of(ProblemType.DEVICE_LIMIT).with("limit", config.most());
    }
    DeviceId id = DeviceId.next();
    CertificateAuthority.Issued issued = authority.issue(enrolment.key(), id, practitioner);
    Device device =
        new Device(
            id.value(),
            enrolment.name(),
            Bytes.of(enrolment.key()),
            Device.Status.active,
            now,
            issued.expiresAt(),
            List.of(issued.certificate(), issued.issuer()),
            LocalDate.ofInstant(now, ZoneOffset.UTC));
    devices.add(transaction, device, caller.accountId(), practitionerId);
    sessions.note(transaction, device.id(), caller, now.atOffset(ZoneOffset.UTC));
    outbox.append(
        transaction,
        new DeviceEnrolled(
            device.id(),
            caller.accountId(),
            practitioner.id(),
            device.signatureKey(),
            device.expiresAt()));
    outbox.append(
        transaction, bindings.bound(device.binding(practitioner.id(), practitioner.nationalId())));
    audit.record(transaction, Act.of("device.enrol").by(caller).on("device", device.id()));
    return device;
  }

  /** Refusals of access are recorded where they are answered; the others here. */
  private Problem refusal(Caller caller, Problem problem) {
    if (!problem.refusesAccess()) {
      audit.recordAlone(
          Act.of("device.enrol").by(caller).with("problem", problem.type().code()).refused());
    }
    return problem;
  }
}
