package fr.liaison.conversation.commit;

import fr.liaison.conversation.framing.CommitBundle;
import fr.liaison.conversation.framing.GroupTracker;
import fr.liaison.conversation.framing.Verdict;
import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Place;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Moves a conversation from epoch n to n+1. One transaction under the conversation's row lock: of
 * any number of concurrent bundles for an epoch exactly one is committed. The same bytes from the
 * same device get their first answer again.
 */
@Singleton
public class ApplyCommit {
  private final Database database;
  private final AddedDevices addedDevices;
  private final GroupTracker tracker;
  private final EntryLog log;
  private final Rosters rosters;
  private final CommitWriter writer;
  private final CommitConfig config;
  private final Clock clock = Clock.systemUTC();

  ApplyCommit(
      Database database,
      AddedDevices addedDevices,
      GroupTracker tracker,
      EntryLog log,
      Rosters rosters,
      CommitWriter writer,
      CommitConfig config) {
    this.database = database;
    this.addedDevices = addedDevices;
    this.tracker = tracker;
    this.log = log;
    this.rosters = rosters;
    this.writer = writer;
    this.config = config;
  }

  public CommitOutcome apply(Requester requester, ConversationId conversation, Bundle bundle) {
    return database.inTransaction(
        transaction -> apply(transaction, requester, conversation, bundle));
  }

  /** As above, inside a transaction that the caller rolls back on refusal. */
  public CommitOutcome apply(
      Transaction transaction, Requester requester, ConversationId conversation, Bundle bundle) {
    if (bundle.largestPart() > config.largest().asLongValue()) {
      return new CommitOutcome.TooLarge();
    }
    LogHead head = log.lock(transaction, List.of(conversation)).get(conversation);
    Roster roster =
        new Roster(
            conversation, head == null ? 0 : head.epoch(), rosters.of(transaction, conversation));
    if (head == null || !roster.contains(requester.device())) {
      return new CommitOutcome.NotAMember();
    }
    Fingerprint fingerprint = new Fingerprint(conversation, Sha256.of(bundle.commit()));
    Place before = log.find(transaction, List.of(fingerprint)).get(fingerprint);
    if (before != null && before.sender().equals(requester.device())) {
      return new CommitOutcome.Committed(before.epoch() + 1, before.sequence());
    }
    return switch (addedDevices.find(transaction, bundle.added())) {
      case AddedDevices.Outcome.NotActive ignored ->
          new CommitOutcome.NotAllowed(CommitOutcome.Rule.ADDED_DEVICE_NOT_ACTIVE);
      case AddedDevices.Outcome.Active(List<KnownDevice> devices) ->
          switch (tracker.commit(conversation.groupId(), framed(bundle, devices))) {
            case Verdict.Unfit unfit -> new CommitOutcome.Unfit(unfit);
            case Verdict.Fits(long epoch) when epoch != head.epoch() || before != null ->
                new CommitOutcome.StaleEpoch(head.epoch(), head.lastSequence());
            case Verdict.Fits ignored ->
                change(transaction, requester, head, roster, fingerprint, bundle, devices);
          };
    };
  }

  private CommitOutcome change(
      Transaction transaction,
      Requester requester,
      LogHead head,
      Roster roster,
      Fingerprint fingerprint,
      Bundle bundle,
      List<KnownDevice> devices) {
    List<Member> added = devices.stream().map(AddedDevices::member).toList();
    var rules =
        new RosterRules(
            head.kind(),
            roster,
            added.isEmpty() ? Set.of() : rosters.everyPerson(transaction, head.conversation()),
            config.devices());
    var broken = rules.broken(requester.device(), added, bundle.removed());
    if (broken.isPresent()) {
      return new CommitOutcome.NotAllowed(broken.get());
    }
    LogEntry entry =
        new LogEntry(
            head.conversation(),
            head.lastSequence() + 1,
            EntryKind.commit,
            head.epoch(),
            requester.device(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Priority.routine,
            fingerprint.sha256(),
            bundle.commit());
    Roster next = roster.next(added, bundle.removed());
    writer.write(transaction, requester, head, entry, bundle, added, next);
    return new CommitOutcome.Committed(next.epoch(), entry.sequence());
  }

  private static CommitBundle framed(Bundle bundle, List<KnownDevice> devices) {
    return new CommitBundle(
        bundle.commit(),
        bundle.welcome(),
        bundle.groupInfo(),
        devices.stream().map(KnownDevice::signatureKey).toList(),
        bundle.removed().size());
  }
}
