package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.TokenVerifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who may open, and keep, a stream. Fails closed: whatever cannot be verified is refused. A
 * device not known here yet is told to come back, since its enrolment may still be on its way.
 */
@Singleton
class Greeting {
  private final TokenVerifier tokens;
  private final KnownDevices devices;
  private final AuditTrail audit;

  Greeting(TokenVerifier tokens, KnownDevices devices, AuditTrail audit) {
    this.tokens = tokens;
    this.devices = devices;
    this.audit = audit;
  }

  /** What a hello led to. */
  sealed interface Outcome {
    record Accepted(Requester requester, Instant expiresAt) implements Outcome {}

    record Refused(CloseReason reason) implements Outcome {}
  }

  Outcome check(ClientFrame.Hello hello) {
    Optional<TokenVerifier.Verified> verified = tokens.verify(hello.token());
    if (verified.isEmpty()) {
      return new Outcome.Refused(CloseReason.UNAUTHENTICATED);
    }
    Caller caller = verified.get().caller().onDevice(hello.device().value());
    Optional<KnownDevice> device = devices.find(hello.device().value());
    if (device.isEmpty()) {
      return new Outcome.Refused(CloseReason.TRY_AGAIN_LATER);
    }
    if (!device.get().accountId().equals(caller.accountId())) {
      return refused(caller, CloseReason.DEVICE_REVOKED);
    }
    Optional<CloseReason> ended = ended(device.get());
    if (ended.isPresent()) {
      return refused(caller, ended.get());
    }
    return new Outcome.Accepted(new Requester(caller, device.get()), verified.get().expiresAt());
  }

  /** A refusal that cannot be recorded tells nothing, not even that it is one. */
  private Outcome refused(Caller caller, CloseReason reason) {
    try {
      audit.recordAlone(Act.of("stream.open").by(caller).with("problem", reason.name()).refused());
      return new Outcome.Refused(reason);
    } catch (RuntimeException unrecorded) {
      return new Outcome.Refused(CloseReason.TRY_AGAIN_LATER);
    }
  }

  /** When a fresh token of the same account ends, or empty when it is neither. */
  Optional<Instant> renew(Requester requester, String token) {
    return tokens
        .verify(token)
        .filter(fresh -> fresh.caller().accountId().equals(requester.caller().accountId()))
        .map(TokenVerifier.Verified::expiresAt);
  }

  /** Why the device of an open stream may not go on; empty while it may. */
  Optional<CloseReason> ended(Requester requester) {
    return devices
        .find(requester.device().value())
        .map(this::ended)
        .orElse(Optional.of(CloseReason.DEVICE_REVOKED));
  }

  private Optional<CloseReason> ended(KnownDevice device) {
    if (devices.isActive(device)) {
      return Optional.empty();
    }
    return Optional.of(device.revoked() ? CloseReason.DEVICE_REVOKED : CloseReason.DEVICE_EXPIRED);
  }
}
