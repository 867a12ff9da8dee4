package fr.liaison.audit;

import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.event.ReceivedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Acts as services record them. */
public final class Acts {

  private Acts() {}

  public static ActRecorded act() {
    return by("account-" + UUID.randomUUID());
  }

  public static ActRecorded by(String account) {
    return new ActRecorded(
        Uuid7.next(),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        "conversation-service",
        "message.send",
        Outcome.success,
        new Actor(account, "899700000001", UUID.randomUUID(), UUID.randomUUID()),
        new Subject("message", "7"),
        UUID.randomUUID(),
        Map.of("recipients", "3", "attachments", "1"));
  }

  public static ActRecorded at(String account, Instant time, String action, Outcome outcome) {
    return new ActRecorded(
        Uuid7.next(),
        time,
        "directory-service",
        action,
        outcome,
        new Actor(account, null, null, null),
        null,
        null,
        Map.of());
  }

  public static List<ActRecorded> many(int count) {
    return Stream.generate(Acts::act).limit(count).toList();
  }

  /** As the kit hands them to a handler. */
  public static List<ReceivedEvent> received(List<ActRecorded> acts) {
    return acts.stream()
        .map(act -> new ReceivedEvent(act.actId(), "/" + act.service(), act.time(), act, null))
        .toList();
  }
}
