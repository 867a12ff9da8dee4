package fr.liaison.conversation.admin;

import fr.liaison.contracts.event.AdminsChanged;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An administrator of a group appoints another person of it, or withdraws one, under the
 * conversation's row lock, so that of two who withdraw at once one stays. Doing it again does
 * nothing.
 */
@Singleton
public class ChangeAdmins {
  private final Database database;
  private final EntryLog log;
  private final Rosters rosters;
  private final Admins admins;
  private final Outbox outbox;
  private final AuditTrail audit;

  ChangeAdmins(
      Database database,
      EntryLog log,
      Rosters rosters,
      Admins admins,
      Outbox outbox,
      AuditTrail audit) {
    this.database = database;
    this.log = log;
    this.rosters = rosters;
    this.admins = admins;
    this.outbox = outbox;
    this.audit = audit;
  }

  public AdminOutcome change(
      Requester requester, ConversationId conversation, PractitionerId person, Change change) {
    return database.inTransaction(
        transaction -> change(transaction, requester, conversation, person, change));
  }

  private AdminOutcome change(
      Transaction transaction,
      Requester requester,
      ConversationId conversation,
      PractitionerId person,
      Change change) {
    LogHead head = log.lock(transaction, List.of(conversation)).get(conversation);
    List<Member> members = rosters.of(transaction, conversation);
    if (head == null
        || members.stream().noneMatch(member -> member.device().equals(requester.device()))) {
      return new AdminOutcome.NotAMember();
    }
    AdminRules rules =
        new AdminRules(
            head.kind(),
            members.stream().map(Member::practitioner).collect(Collectors.toUnmodifiableSet()),
            admins.of(transaction, conversation));
    AdminOutcome outcome = rules.decide(requester.practitioner(), person, change);
    if (outcome instanceof AdminOutcome.Changed) {
      write(transaction, requester, conversation, person, change);
    }
    return outcome;
  }

  private void write(
      Transaction transaction,
      Requester requester,
      ConversationId conversation,
      PractitionerId person,
      Change change) {
    switch (change) {
      case GRANT -> admins.appoint(transaction, conversation, person);
      case REVOKE -> admins.withdraw(transaction, conversation, person);
    }
    outbox.appendAll(
        transaction,
        List.of(
            new AdminsChanged(
                conversation.value(),
                admins.of(transaction, conversation).stream()
                    .map(PractitionerId::value)
                    .sorted()
                    .toList()),
            audit.stamp(
                requester
                    .act(change.action())
                    .in(conversation.value())
                    .on("practitioner", person))));
  }
}
