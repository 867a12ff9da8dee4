package fr.liaison.conversation.message;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commits a batch of drafts in one transaction of four statements (five when a roster must be
 * read): lock heads, look for repetitions, append, write events and acts. When it returns, what it
 * answered is durable; when it throws, nothing is known to be written.
 */
@Singleton
class AppendBatch {
  private final Database database;
  private final EntryLog log;
  private final RosterCache rosters;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Wakes wakes;
  private final Clock clock = Clock.systemUTC();

  AppendBatch(
      Database database,
      EntryLog log,
      RosterCache rosters,
      Outbox outbox,
      AuditTrail audit,
      Wakes wakes) {
    this.database = database;
    this.log = log;
    this.rosters = rosters;
    this.outbox = outbox;
    this.audit = audit;
    this.wakes = wakes;
  }

  /** One outcome for each draft, in order. */
  List<SendOutcome> append(List<Draft> drafts) {
    return database.inTransaction(transaction -> append(transaction, drafts));
  }

  private List<SendOutcome> append(Transaction transaction, List<Draft> drafts) {
    var heads = log.lock(transaction, drafts.stream().map(Draft::conversation).distinct().toList());
    Map<ConversationId, Roster> current = rosters.at(transaction, heads.values());
    var places = log.find(transaction, drafts.stream().map(Draft::fingerprint).toList());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    BatchDecision decision = new BatchDecision(heads, current, places, now);
    decision.decide(drafts);
    if (!decision.appended().isEmpty()) {
      log.append(
          transaction, decision.appended().stream().map(BatchDecision.Appended::entry).toList());
      outbox.appendAll(transaction, events(decision.appended(), current));
      transaction.afterCommit(() -> wake(decision.appended()));
    }
    return decision.outcomes();
  }

  private List<DomainEvent> events(
      List<BatchDecision.Appended> appended, Map<ConversationId, Roster> rosters) {
    List<DomainEvent> events = new ArrayList<>(appended.size() * 2);
    for (BatchDecision.Appended one : appended) {
      LogEntry entry = one.entry();
      Draft draft = one.draft();
      UUID conversation = entry.conversation().value();
      events.add(
          new MessageAccepted(
              conversation,
              entry.sequence(),
              entry.epoch(),
              entry.sender().value(),
              entry.priority().name(),
              draft.attachments(),
              recipients(rosters.get(entry.conversation()), entry.sender())));
      events.add(
          audit.stamp(
              draft
                  .requester()
                  .act("message.send")
                  .in(conversation)
                  .with("sequence", entry.sequence())
                  .with("epoch", entry.epoch())
                  .with("priority", entry.priority())
                  .with("size", entry.payload().length())));
    }
    return events;
  }

  private static List<UUID> recipients(@Nullable Roster roster, DeviceId sender) {
    return roster == null
        ? List.of()
        : roster.members().stream()
            .map(member -> member.device().value())
            .filter(device -> !device.equals(sender.value()))
            .toList();
  }

  private void wake(List<BatchDecision.Appended> appended) {
    Map<ConversationId, List<LogEntry>> grown =
        appended.stream()
            .map(BatchDecision.Appended::entry)
            .collect(
                Collectors.groupingBy(
                    LogEntry::conversation, LinkedHashMap::new, Collectors.toList()));
    grown.forEach(
        (conversation, entries) ->
            wakes.wake(new Wake.LogGrew(conversation, entries.getLast().sequence(), entries)));
  }
}
