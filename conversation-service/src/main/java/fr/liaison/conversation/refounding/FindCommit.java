package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.refounding.Refusal.NotAllowed;
import fr.liaison.conversation.refounding.Refusal.Rule;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Membership;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the commit somebody complains about, if this device can know of it. */
@Singleton
class FindCommit {
  private final Rosters rosters;
  private final EntryLog log;

  FindCommit(Rosters rosters, EntryLog log) {
    this.rosters = rosters;
    this.log = log;
  }

  /** Whose commit it is, or why it is none to complain about. */
  sealed interface Finding {
    record Found(PractitionerId committer) implements Finding {}

    record None(Refusal refusal) implements Finding {}
  }

  Finding find(
      Transaction transaction, Requester requester, ConversationId conversation, long sequence) {
    Optional<Membership> membership =
        rosters
            .membership(transaction, conversation, requester.device())
            .filter(Membership::active);
    if (membership.isEmpty()) {
      return new Finding.None(new Refusal.NotAMember());
    }
    return readable(transaction, membership.get(), sequence)
        .filter(entry -> entry.kind() == EntryKind.commit)
        .map(entry -> rosters.personOf(transaction, conversation, entry.sender()))
        .<Finding>map(
            committer ->
                committer.equals(requester.practitioner())
                    ? new Finding.None(new NotAllowed(Rule.OWN_COMMIT))
                    : new Finding.Found(committer))
        .orElseGet(() -> new Finding.None(new NotAllowed(Rule.NOT_A_COMMIT)));
  }

  private Optional<LogEntry> readable(
      Transaction transaction, Membership membership, long sequence) {
    return sequence < membership.first() || sequence > membership.end()
        ? Optional.empty()
        : log.page(transaction, membership.conversation(), sequence - 1, sequence, 1, 1).stream()
            .findFirst();
  }
}
