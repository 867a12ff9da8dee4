package fr.liaison.client.audit;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.api.DeviceBindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks what the log says of a device (docs/audit-log.md) against the pinned key and the tree seen
 * last. Never throws: one proof that cannot be read or is false spoils the whole answer.
 */
public final class VerifyBinding {
  private VerifyBinding() {}

  public static BindingVerdict check(
      DeviceBindings answer, String verifierKey, Optional<Checkpoint> seen, DeviceClaim claim) {
    return switch (VerifyLog.checkpoint(answer.checkpoint(), verifierKey)) {
      case Verdict.GenuineCheckpoint(Checkpoint now) -> {
        boolean goesOn = seen.isEmpty() || Merkle.isExtended(seen.get(), now, answer.consistency());
        yield goesOn
            ? judge(answer, verifierKey, now, claim)
            : new BindingVerdict.Refuted(Verdict.Cause.FORK);
      }
      case Verdict.Refuted(Verdict.Cause cause) -> new BindingVerdict.Refuted(cause);
      case Verdict.Proven other -> new BindingVerdict.Refuted(Verdict.Cause.MALFORMED);
    };
  }

  private static BindingVerdict judge(
      DeviceBindings answer, String key, Checkpoint now, DeviceClaim claim) {
    List<JsonNode> said = new ArrayList<>();
    for (DeviceBindings.Item item : answer.items()) {
      if (!(VerifyLog.proof(item.proof(), "", key) instanceof Verdict.Proven proven)) {
        return new BindingVerdict.Refuted(cause(item.proof(), key));
      }
      if (proven.index() != item.index() || !proven.checkpoint().equals(now)) {
        return new BindingVerdict.Refuted(Verdict.Cause.MALFORMED);
      }
      if (proven.payloadPresent()) {
        said.add(Proof.parse(item.proof()).leaf().said());
      }
    }
    return judge(said, now, claim);
  }

  private static BindingVerdict judge(List<JsonNode> said, Checkpoint now, DeviceClaim claim) {
    Optional<UUID> bound = Optional.empty();
    boolean numbered = false;
    boolean revoked = false;
    for (JsonNode act : said) {
      if (!isBindingOf(act, claim)) {
        continue;
      }
      JsonNode details = act.path("details");
      if (details.path("event").asText("").equals("revoked")) {
        revoked = true;
        continue;
      }
      Optional<UUID> person = person(details, claim);
      if (person.isEmpty() || (bound.isPresent() && !bound.equals(person))) {
        return new BindingVerdict.Contradicted(now);
      }
      bound = person;
      numbered |= details.path("nationalId").asText("").equals(claim.nationalId());
    }
    if (bound.isPresent() && !numbered) {
      return new BindingVerdict.Contradicted(now);
    }
    if (revoked) {
      return new BindingVerdict.Revoked(now);
    }
    return bound
        .<BindingVerdict>map(person -> new BindingVerdict.Bound(now, person))
        .orElseGet(() -> new BindingVerdict.Unlogged(now));
  }

  private static boolean isBindingOf(JsonNode act, DeviceClaim claim) {
    return act.path("service").asText("").equals("directory-service")
        && act.path("action").asText("").equals("device.binding")
        && act.path("outcome").asText("").equals("success")
        && act.path("object").path("type").asText("").equals("device")
        && act.path("object").path("id").asText("").equals(claim.device().toString());
  }

  /**
   * Whose it is by this entry; empty when the entry is of another key or another person. A person's
   * number may change (ADELI to RPPS): of one key and one person, each was theirs once.
   */
  private static Optional<UUID> person(JsonNode details, DeviceClaim claim) {
    String person = details.path("practitioner").asText("");
    boolean fits =
        details
            .path("signatureKeySha256")
            .asText("")
            .equals(claim.signatureKeySha256().toBase64Url());
    try {
      UUID named = UUID.fromString(person);
      UUID claimed = claim.practitioner();
      return fits && (claimed == null || claimed.equals(named))
          ? Optional.of(named)
          : Optional.empty();
    } catch (IllegalArgumentException nobody) {
      return Optional.empty();
    }
  }

  private static Verdict.Cause cause(String proof, String key) {
    return VerifyLog.proof(proof, "", key) instanceof Verdict.Refuted(Verdict.Cause cause)
        ? cause
        : Verdict.Cause.MALFORMED;
  }
}
