package fr.liaison.conversation.commit;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.conversation.welcome.Welcomes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Writes an accepted bundle: everything that becomes true with it, in the caller's transaction. */
@Singleton
class CommitWriter {
  private final EntryLog log;
  private final Rosters rosters;
  private final GroupInfos groupInfos;
  private final Welcomes welcomes;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Wakes wakes;

  CommitWriter(
      EntryLog log,
      Rosters rosters,
      GroupInfos groupInfos,
      Welcomes welcomes,
      Outbox outbox,
      AuditTrail audit,
      Wakes wakes) {
    this.log = log;
    this.rosters = rosters;
    this.groupInfos = groupInfos;
    this.welcomes = welcomes;
    this.outbox = outbox;
    this.audit = audit;
    this.wakes = wakes;
  }

  void write(
      Transaction transaction,
      Requester requester,
      LogHead head,
      LogEntry entry,
      Bundle bundle,
      List<Member> added,
      Roster next) {
    log.advance(transaction, head);
    log.append(transaction, List.of(entry));
    groupInfos.store(transaction, head.conversation(), next.epoch(), bundle.groupInfo());
    if (!bundle.removed().isEmpty()) {
      rosters.remove(transaction, head.conversation(), entry.sequence(), bundle.removed());
      welcomes.drop(transaction, head.conversation(), bundle.removed());
    }
    if (!added.isEmpty()) {
      rosters.add(transaction, head.conversation(), entry.sequence(), added);
      bundle
          .welcome()
          .ifPresent(
              welcome ->
                  welcomes.store(
                      transaction, head.conversation(), entry.sequence(), welcome, bundle.added()));
    }
    outbox.appendAll(transaction, events(requester, head, entry, bundle, next));
    transaction.afterCommit(() -> wake(entry, next));
  }

  private List<DomainEvent> events(
      Requester requester, LogHead head, LogEntry entry, Bundle bundle, Roster next) {
    List<DomainEvent> events = new ArrayList<>();
    events.add(next.changed(head.kind()));
    Act commit = requester.act("conversation.commit").in(entry.conversation().value());
    events.add(
        audit.stamp(
            commit
                .with("epoch", next.epoch())
                .with("sequence", entry.sequence())
                .with("added", bundle.added().size())
                .with("removed", bundle.removed().size())));
    for (DeviceId device : bundle.added()) {
      events.add(audit.stamp(member("member.add", requester, entry, device)));
    }
    for (DeviceId device : bundle.removed()) {
      events.add(audit.stamp(member("member.remove", requester, entry, device)));
    }
    return events;
  }

  private static Act member(String action, Requester requester, LogEntry entry, DeviceId device) {
    return requester.act(action).in(entry.conversation().value()).on("device", device);
  }

  private void wake(LogEntry entry, Roster next) {
    wakes.wake(new Wake.RosterMoved(next.conversation(), next.epoch(), next.devices()));
    wakes.wake(new Wake.LogGrew(next.conversation(), entry.sequence(), List.of(entry)));
  }
}
