package fr.liaison.conversation.admin;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps the administrators in step with a roster that lost somebody or began as a successor, in the
 * transaction of the commit: nobody administers from outside, and nobody is left without. Each
 * change is an act of the service itself.
 */
@Singleton
public class FollowRoster {
  private final Admins admins;
  private final AuditTrail audit;

  FollowRoster(Admins admins, AuditTrail audit) {
    this.admins = admins;
    this.audit = audit;
  }

  public void follow(Transaction transaction, ConversationId conversation) {
    admins
        .withdrawGone(transaction, conversation)
        .forEach(person -> record(transaction, Change.REVOKE, conversation, person, "roster"));
    admins
        .succeed(transaction, conversation)
        .forEach(person -> record(transaction, Change.GRANT, conversation, person, "roster"));
  }

  /** Those who come along administer the successor, whoever founded it. */
  public void inherit(Transaction transaction, ConversationId old, ConversationId successor) {
    Set<PractitionerId> before = admins.of(transaction, successor);
    admins.carryOver(transaction, old, successor);
    Set<PractitionerId> after = admins.of(transaction, successor);
    before.stream()
        .filter(person -> !after.contains(person))
        .forEach(person -> record(transaction, Change.REVOKE, successor, person, "succession"));
    after.stream()
        .filter(person -> !before.contains(person))
        .forEach(person -> record(transaction, Change.GRANT, successor, person, "succession"));
  }

  private void record(
      Transaction transaction,
      Change change,
      ConversationId conversation,
      PractitionerId person,
      String cause) {
    audit.record(
        transaction,
        Act.of(change.action())
            .in(conversation.value())
            .on("practitioner", person)
            .with("cause", cause));
  }
}
