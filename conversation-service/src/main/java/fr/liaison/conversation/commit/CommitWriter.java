package fr.liaison.conversation.commit;

import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.conversation.admin.FollowRoster;
import fr.liaison.conversation.dormancy.Dormancies;
import fr.liaison.conversation.group.TrackGroup;
import fr.liaison.conversation.group.TrackedCommit;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.ConversationId;
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
import java.util.Set;

/** Writes an accepted bundle: everything that becomes true with it, in the caller's transaction. */
@Singleton
class CommitWriter {
  private final EntryLog log;
  private final Rosters rosters;
  private final FollowRoster admins;
  private final TrackGroup groups;
  private final GroupInfos groupInfos;
  private final Welcomes welcomes;
  private final CommitRemovals removals;
  private final Dormancies dormancies;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Wakes wakes;

  CommitWriter(
      EntryLog log,
      Rosters rosters,
      FollowRoster admins,
      TrackGroup groups,
      GroupInfos groupInfos,
      Welcomes welcomes,
      CommitRemovals removals,
      Dormancies dormancies,
      Outbox outbox,
      AuditTrail audit,
      Wakes wakes) {
    this.log = log;
    this.rosters = rosters;
    this.admins = admins;
    this.groups = groups;
    this.groupInfos = groupInfos;
    this.welcomes = welcomes;
    this.removals = removals;
    this.dormancies = dormancies;
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
      TrackedCommit commit,
      Roster next) {
    ConversationId conversation = head.conversation();
    CommitRemovals.Settled settled = removals.settle(transaction, head, commit);
    log.advance(transaction, head, !settled.waiting().isEmpty());
    log.append(transaction, List.of(entry));
    groups.advance(transaction, conversation, commit.next());
    groupInfos.store(transaction, conversation, next.epoch(), bundle.groupInfo());
    boolean resynced =
        commit.change().external()
            && dormancies.end(transaction, conversation, commit.committer(), entry.sequence());
    if (commit.change().external()) {
      // It enters by itself, so invitations from before lead nowhere.
      welcomes.drop(transaction, conversation, Set.of(commit.committer()));
    }
    if (!commit.change().removed().isEmpty()) {
      rosters.remove(
          transaction,
          conversation,
          entry.sequence(),
          commit.change().removed(),
          settled.mayReturn());
      welcomes.drop(transaction, conversation, commit.change().removed());
      dormancies.forget(transaction, conversation, commit.change().removed());
    }
    if (!commit.change().added().isEmpty()) {
      rosters.add(transaction, conversation, entry.sequence(), commit.change().added());
      List<DeviceId> added = commit.change().added().stream().map(Member::device).toList();
      bundle
          .welcome()
          .ifPresent(
              welcome ->
                  welcomes.store(transaction, conversation, entry.sequence(), welcome, added));
    }
    if (!commit.change().removed().isEmpty()) {
      admins.follow(transaction, conversation);
    }
    outbox.appendAll(transaction, events(requester, head, entry, commit, next, resynced));
    transaction.afterCommit(() -> wake(entry, next));
    removals.proposeAgain(transaction, head, entry, settled.waiting());
  }

  private List<DomainEvent> events(
      Requester requester,
      LogHead head,
      LogEntry entry,
      TrackedCommit commit,
      Roster next,
      boolean resynced) {
    List<DomainEvent> events = new ArrayList<>();
    events.add(next.changed(head.kind()));
    Entrance entrance = commit.change().external() ? Entrance.OWN_DEVICE : Entrance.MEMBER;
    events.add(
        audit.stamp(
            requester
                .act(entrance.action())
                .in(entry.conversation().value())
                .with("epoch", next.epoch())
                .with("sequence", entry.sequence())
                .with("added", commit.change().added().size())
                .with("removed", commit.change().removed().size())));
    if (resynced) {
      events.add(audit.stamp(act("member.resync", requester, entry, commit.committer())));
    }
    for (Member member : commit.change().added()) {
      events.add(audit.stamp(act("member.add", requester, entry, member.device())));
    }
    for (DeviceId device : commit.change().removed()) {
      events.add(audit.stamp(act("member.remove", requester, entry, device)));
    }
    return events;
  }

  private static Act act(String action, Requester requester, LogEntry entry, DeviceId device) {
    return requester.act(action).in(entry.conversation().value()).on("device", device);
  }

  private void wake(LogEntry entry, Roster next) {
    wakes.wake(new Wake.RosterMoved(next.conversation(), next.epoch(), next.devices()));
    wakes.wake(new Wake.LogGrew(next.conversation(), entry.sequence(), List.of(entry)));
  }
}
