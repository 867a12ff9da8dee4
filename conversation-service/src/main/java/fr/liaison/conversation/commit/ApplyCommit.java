package fr.liaison.conversation.commit;

import fr.liaison.conversation.commit.CommitOutcome.NotAllowed;
import fr.liaison.conversation.commit.CommitOutcome.Rule;
import fr.liaison.conversation.group.ReadBundle;
import fr.liaison.conversation.group.TrackGroup;
import fr.liaison.conversation.group.TrackedCommit;
import fr.liaison.conversation.group.Unfit;
import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Place;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Membership;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a conversation from epoch n to n+1. One transaction under the conversation's row lock: of
 * any number of concurrent bundles for an epoch exactly one is committed. The same bundle from the
 * same device gets its first answer again.
 */
@Singleton
public class ApplyCommit {
  private final Database database;
  private final TrackGroup groups;
  private final EntryLog log;
  private final Rosters rosters;
  private final ReadRules rules;
  private final JoinWindows joins;
  private final CommitBundles bundles;
  private final CommitWriter writer;
  private final CommitConfig config;
  private final Clock clock = Clock.systemUTC();

  ApplyCommit(
      Database database,
      TrackGroup groups,
      EntryLog log,
      Rosters rosters,
      ReadRules rules,
      JoinWindows joins,
      CommitBundles bundles,
      CommitWriter writer,
      CommitConfig config) {
    this.database = database;
    this.groups = groups;
    this.log = log;
    this.rosters = rosters;
    this.rules = rules;
    this.joins = joins;
    this.bundles = bundles;
    this.writer = writer;
    this.config = config;
  }

  public CommitOutcome apply(
      Requester requester, ConversationId conversation, Bundle bundle, Entrance entrance) {
    return database.inTransaction(
        transaction -> apply(transaction, requester, conversation, bundle, entrance));
  }

  /** As above, inside a transaction that the caller rolls back on refusal. */
  public CommitOutcome apply(
      Transaction transaction,
      Requester requester,
      ConversationId conversation,
      Bundle bundle,
      Entrance entrance) {
    if (bundle.largestPart() > config.largest().asLongValue()) {
      return new CommitOutcome.TooLarge();
    }
    ReadBundle.Reading reading =
        ReadBundle.read(conversation, bundle.commit(), bundle.welcome(), bundle.groupInfo());
    if (!mayEnter(transaction, requester, conversation, entrance)) {
      return new CommitOutcome.NotAMember();
    }
    if (reading instanceof ReadBundle.Reading.Read(ReadBundle read)
        && read.namedDevices().size() > config.devices()) {
      return new NotAllowed(Rule.TOO_MANY_DEVICES);
    }
    if (reading instanceof ReadBundle.Reading.Read(ReadBundle read)
        && entrance == Entrance.OWN_DEVICE
        && !read.namedDevices().equals(Set.of(requester.device()))) {
      return new NotAllowed(Rule.SENDER_NOT_YOU);
    }
    TrackGroup.HeldDevices held =
        groups.hold(
            transaction,
            reading instanceof ReadBundle.Reading.Read(ReadBundle read)
                ? read.namedDevices()
                : Set.of());
    LogHead head = log.lock(transaction, List.of(conversation)).get(conversation);
    Roster roster =
        new Roster(
            conversation, head == null ? 0 : head.epoch(), rosters.of(transaction, conversation));
    if (head == null || !mayEnter(transaction, requester, conversation, entrance)) {
      return new CommitOutcome.NotAMember();
    }
    Fingerprint fingerprint = new Fingerprint(conversation, Sha256.of(bundle.commit()));
    Place before = log.find(transaction, List.of(fingerprint)).get(fingerprint);
    if (before != null && before.isOf(EntryKind.commit, requester.device())) {
      return bundles.differs(transaction, conversation, before.sequence(), bundle)
          ? new NotAllowed(Rule.BUNDLE_DIFFERS)
          : new CommitOutcome.Committed(before.epoch() + 1, before.sequence());
    }
    if (entrance == Entrance.MEMBER && head.dormant().contains(requester.device())) {
      return rosters
          .membership(transaction, conversation, requester.device())
          .flatMap(Membership::dormantSince)
          .<CommitOutcome>map(CommitOutcome.Dormant::new)
          .orElseThrow(() -> new IllegalStateException("dormant without a date"));
    }
    if (head.standing().closed()) {
      return new CommitOutcome.Closed(head.standing().successor());
    }
    return switch (reading) {
      case ReadBundle.Reading.Unreadable(Unfit unfit) -> new CommitOutcome.Unfit(unfit);
      case ReadBundle.Reading.Read(ReadBundle read)
          when read.isExternal() != (entrance == Entrance.OWN_DEVICE) ->
          new CommitOutcome.Unfit(new Unfit("commit", 0, "sender-type"));
      case ReadBundle.Reading.Read(ReadBundle read)
          when read.epoch() != head.epoch() || before != null ->
          new CommitOutcome.StaleEpoch(head.epoch(), head.lastSequence());
      case ReadBundle.Reading.Read(ReadBundle read) ->
          switch (groups.follow(transaction, conversation, read, held)) {
            case TrackGroup.Tracking.Refused(Unfit unfit) -> new CommitOutcome.Unfit(unfit);
            case TrackGroup.Tracking.Tracked(TrackedCommit commit) ->
                change(transaction, requester, head, roster, fingerprint, bundle, commit);
          };
    };
  }

  private boolean mayEnter(
      Transaction transaction,
      Requester requester,
      ConversationId conversation,
      Entrance entrance) {
    return switch (entrance) {
      case MEMBER -> rosters.isIn(transaction, conversation, requester.device());
      case OWN_DEVICE -> rosters.takesPart(transaction, conversation, requester.practitioner());
    };
  }

  private CommitOutcome change(
      Transaction transaction,
      Requester requester,
      LogHead head,
      Roster roster,
      Fingerprint fingerprint,
      Bundle bundle,
      TrackedCommit commit) {
    if (!commit.committer().equals(requester.device())) {
      return new NotAllowed(Rule.SENDER_NOT_YOU);
    }
    Optional<NotAllowed> broken =
        rules
            .read(transaction, head, roster, commit)
            .broken(requester.practitioner(), commit.change());
    if (broken.isPresent()) {
      return broken.get();
    }
    if (commit.change().external()) {
      Optional<Duration> wait = joins.count(transaction, requester.device(), head.conversation());
      if (wait.isPresent()) {
        return new CommitOutcome.TooOften(wait.get());
      }
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
    Roster next = roster.next(commit.change().added(), commit.change().removed());
    if (!next.devices().equals(Set.copyOf(commit.members().values()))) {
      throw new IllegalStateException("roster and tree differ");
    }
    writer.write(transaction, requester, head, entry, bundle, commit, next);
    bundles.store(transaction, head.conversation(), entry.sequence(), bundle);
    return new CommitOutcome.Committed(next.epoch(), entry.sequence());
  }
}
