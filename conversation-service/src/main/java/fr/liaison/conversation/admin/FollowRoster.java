package fr.liaison.conversation.admin;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;

/**
 * Keeps the administrators in step with a roster that lost somebody, in the transaction of the
 * commit: nobody administers from outside, and nobody is left without. Each change is an act of the
 * service itself.
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
        .forEach(person -> record(transaction, Change.REVOKE, conversation, person));
    admins
        .succeed(transaction, conversation)
        .forEach(person -> record(transaction, Change.GRANT, conversation, person));
  }

  private void record(
      Transaction transaction, Change change, ConversationId conversation, PractitionerId person) {
    audit.record(
        transaction,
        Act.of(change.action())
            .in(conversation.value())
            .on("practitioner", person)
            .with("cause", "roster"));
  }
}
