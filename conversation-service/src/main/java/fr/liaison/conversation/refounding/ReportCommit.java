package fr.liaison.conversation.refounding;

import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.refounding.FindCommit.Finding;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes that a person cannot process a commit, once for each person, and closes the conversation
 * when enough have said so of the same one. Under the row lock, so that it is closed once. A young
 * successor stays open; reporting again after its rest asks anew.
 */
@Singleton
public class ReportCommit {
  private final Database database;
  private final EntryLog log;
  private final FindCommit findCommit;
  private final Reports reports;
  private final Rosters rosters;
  private final Refoundings refoundings;
  private final CloseBroken closeBroken;
  private final AuditTrail audit;
  private final RefoundingConfig config;

  ReportCommit(
      Database database,
      EntryLog log,
      FindCommit findCommit,
      Reports reports,
      Rosters rosters,
      Refoundings refoundings,
      CloseBroken closeBroken,
      AuditTrail audit,
      RefoundingConfig config) {
    this.database = database;
    this.log = log;
    this.findCommit = findCommit;
    this.reports = reports;
    this.rosters = rosters;
    this.refoundings = refoundings;
    this.closeBroken = closeBroken;
    this.audit = audit;
    this.config = config;
  }

  public ReportOutcome report(Requester requester, ConversationId conversation, long sequence) {
    return database.inTransaction(
        transaction -> report(transaction, requester, conversation, sequence));
  }

  private ReportOutcome report(
      Transaction transaction, Requester requester, ConversationId conversation, long sequence) {
    LogHead head = log.lock(transaction, List.of(conversation)).get(conversation);
    if (head == null) {
      return new ReportOutcome.Refused(new Refusal.NotAMember());
    }
    return switch (findCommit.find(transaction, requester, conversation, sequence)) {
      case Finding.None(Refusal refusal) -> new ReportOutcome.Refused(refusal);
      case Finding.Found(PractitionerId committer) ->
          note(transaction, requester, head, sequence, committer);
    };
  }

  private ReportOutcome note(
      Transaction transaction,
      Requester requester,
      LogHead head,
      long sequence,
      PractitionerId committer) {
    ConversationId conversation = head.conversation();
    if (reports.note(transaction, conversation, sequence, requester.practitioner())) {
      audit.record(
          transaction,
          requester.act("commit.report").in(conversation.value()).with("sequence", sequence));
    }
    Set<PractitionerId> persons =
        rosters.of(transaction, conversation).stream()
            .map(Member::practitioner)
            .collect(Collectors.toSet());
    Quorum quorum =
        Quorum.of(persons, committer, reports.reporters(transaction, conversation, sequence));
    State state = head.standing().state();
    if (state == State.open
        && quorum.reached()
        && !refoundings.isYoungSuccessor(transaction, conversation, config.rest())) {
      state =
          closeBroken.close(
              transaction, requester, head, CloseBroken.Reason.quorum, Optional.of(sequence));
    }
    return new ReportOutcome.Noted(quorum.reporters(), quorum.needed(), state);
  }
}
