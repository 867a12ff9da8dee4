package fr.liaison.conversation.refounding;

import fr.liaison.conversation.admin.Admins;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Standing;
import fr.liaison.conversation.refounding.FindCommit.Finding;
import fr.liaison.conversation.refounding.Refusal.NotAllowed;
import fr.liaison.conversation.refounding.Refusal.Rule;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Closes a conversation until it is founded again, without a quorum: by an administrator of a
 * group, by either of two persons, save where it was founded again just now. What is closed already
 * stays as it is.
 */
@Singleton
public class OrderRefounding {
  private final Database database;
  private final EntryLog log;
  private final Rosters rosters;
  private final Admins admins;
  private final FindCommit findCommit;
  private final Refoundings refoundings;
  private final CloseBroken closeBroken;
  private final RefoundingConfig config;

  OrderRefounding(
      Database database,
      EntryLog log,
      Rosters rosters,
      Admins admins,
      FindCommit findCommit,
      Refoundings refoundings,
      CloseBroken closeBroken,
      RefoundingConfig config) {
    this.database = database;
    this.log = log;
    this.rosters = rosters;
    this.admins = admins;
    this.findCommit = findCommit;
    this.refoundings = refoundings;
    this.closeBroken = closeBroken;
    this.config = config;
  }

  /** Whoever names the broken commit may leave out its committer from the successor. */
  public OrderOutcome order(
      Requester requester, ConversationId conversation, Optional<Long> brokenAt) {
    return database.inTransaction(
        transaction -> order(transaction, requester, conversation, brokenAt));
  }

  private OrderOutcome order(
      Transaction transaction,
      Requester requester,
      ConversationId conversation,
      Optional<Long> brokenAt) {
    LogHead head = log.lock(transaction, List.of(conversation)).get(conversation);
    if (head == null || !rosters.isIn(transaction, conversation, requester.device())) {
      return new OrderOutcome.Refused(new Refusal.NotAMember());
    }
    if (!admins.of(transaction, conversation).contains(requester.practitioner())
        || head.kind() == Kind.direct) {
      if (rosters.persons(transaction, conversation) > 2) {
        return new OrderOutcome.Refused(new NotAllowed(Rule.NOT_AN_ADMIN));
      }
      if (!head.standing().closed()
          && refoundings.isYoungSuccessor(transaction, conversation, config.rest())) {
        return new OrderOutcome.Refused(new Refusal.TooSoon(config.rest()));
      }
    }
    if (brokenAt.isPresent()
        && findCommit.find(transaction, requester, conversation, brokenAt.get())
            instanceof Finding.None(Refusal refusal)) {
      return new OrderOutcome.Refused(refusal);
    }
    return new OrderOutcome.Ordered(
        head.standing().closed()
            ? head.standing()
            : new Standing(
                closeBroken.close(transaction, requester, head, CloseBroken.Reason.admin, brokenAt),
                null));
  }
}
