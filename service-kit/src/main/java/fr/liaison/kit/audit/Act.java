package fr.liaison.kit.audit;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.identity.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act consisted of, before the service stamps it. The action is a fixed dotted name such as
 * {@code message.send}; details are codes and counts, never content.
 */
public record Act(
    String action,
    Outcome outcome,
    Actor actor,
    @Nullable Subject object,
    @Nullable UUID conversationId,
    Map<String, String> details) {

  public static Act of(String action) {
    return new Act(action, Outcome.success, Actor.NOBODY, null, null, Map.of());
  }

  /** By the holder of a verified token. The device is told as what it is: a claim. */
  public Act by(Caller caller) {
    Act act = by(new Actor(caller.accountId(), caller.nationalIdOrNull(), null, null));
    return caller.claimedDevice().map(device -> act.with("claimedDevice", device)).orElse(act);
  }

  public Act by(Caller caller, KnownDevice device) {
    return by(
        new Actor(
            caller.accountId(),
            caller.nationalIdOrNull(),
            device.practitionerId(),
            device.deviceId()));
  }

  public Act by(Actor actor) {
    return new Act(action, outcome, actor, object, conversationId, details);
  }

  public Act on(String type, Object id) {
    return new Act(
        action, outcome, actor, new Subject(type, id.toString()), conversationId, details);
  }

  public Act in(UUID conversation) {
    return new Act(action, outcome, actor, object, conversation, details);
  }

  public Act with(String detail, Object value) {
    Map<String, String> extended = new LinkedHashMap<>(details);
    extended.put(detail, String.valueOf(value));
    return new Act(action, outcome, actor, object, conversationId, extended);
  }

  public Act refused() {
    return new Act(action, Outcome.refused, actor, object, conversationId, details);
  }
}
