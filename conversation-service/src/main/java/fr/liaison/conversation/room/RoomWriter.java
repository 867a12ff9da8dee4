package fr.liaison.conversation.room;

import fr.liaison.conversation.admin.Admins;
import fr.liaison.conversation.commit.GroupInfos;
import fr.liaison.conversation.group.TrackGroup;
import fr.liaison.conversation.group.Unfit;
import fr.liaison.conversation.room.OpenConversation.Opening;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a new conversation consists of besides its own row, which must exist already. */
@Singleton
class RoomWriter {
  private final TrackGroup groups;
  private final Rosters rosters;
  private final Admins admins;
  private final GroupInfos groupInfos;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Wakes wakes;

  RoomWriter(
      TrackGroup groups,
      Rosters rosters,
      Admins admins,
      GroupInfos groupInfos,
      Outbox outbox,
      AuditTrail audit,
      Wakes wakes) {
    this.groups = groups;
    this.rosters = rosters;
    this.admins = admins;
    this.groupInfos = groupInfos;
    this.outbox = outbox;
    this.audit = audit;
    this.wakes = wakes;
  }

  /** Answers why the group cannot be followed, when it cannot; the caller rolls back. */
  Optional<Unfit> write(Transaction transaction, Requester requester, Opening opening) {
    // All at once: one after the other, two who invite each other would wait for each other.
    Set<DeviceId> named = new HashSet<>(opening.namedDevices());
    named.add(requester.device());
    var _ = groups.hold(transaction, named);
    Optional<Unfit> unfit = groups.open(transaction, requester, opening.id(), opening.groupInfo());
    if (unfit.isPresent()) {
      return unfit;
    }
    Roster roster =
        new Roster(
            opening.id(), 0, List.of(new Member(requester.device(), requester.practitioner())));
    rosters.add(transaction, opening.id(), 1, roster.members());
    admins.appoint(transaction, opening.id(), requester.practitioner());
    groupInfos.store(transaction, opening.id(), 0, opening.groupInfo());
    outbox.appendAll(
        transaction,
        List.of(
            roster.changed(opening.kind()),
            audit.stamp(
                requester
                    .act("conversation.create")
                    .in(opening.id().value())
                    .with("kind", opening.kind().wireName()))));
    transaction.afterCommit(
        () -> wakes.wake(new Wake.RosterMoved(opening.id(), 0, roster.devices())));
    return Optional.empty();
  }
}
