package fr.liaison.conversation.message;

import fr.liaison.conversation.dormancy.DeviceSeen;
import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.log.EntryView;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Membership;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Pages through the log from a sequence on, within what the device may read. Every reading that
 * hands out entries leaves an act; if that cannot be written, nothing is handed out. A page never
 * begins later than was asked for: what was cut is not skipped over.
 */
@Singleton
public class ReadLog {
  private final Database database;
  private final Rosters rosters;
  private final EntryLog log;
  private final AuditTrail audit;
  private final DeviceSeen seen;
  private final MessageConfig config;

  ReadLog(
      Database database,
      Rosters rosters,
      EntryLog log,
      AuditTrail audit,
      DeviceSeen seen,
      MessageConfig config) {
    this.database = database;
    this.rosters = rosters;
    this.log = log;
    this.audit = audit;
    this.seen = seen;
    this.config = config;
  }

  public LogReading page(Requester requester, ConversationId conversation, long after, int limit) {
    seen.note(requester.device());
    return database.inTransaction(
        transaction ->
            rosters
                .membership(transaction, conversation, requester.device())
                .map(
                    membership ->
                        membership.dormantSince().isPresent()
                            ? new LogReading.ResyncRequired(membership.dormantSince())
                            : page(transaction, requester, membership, after, limit))
                .orElseGet(LogReading.NotAMember::new));
  }

  private LogReading page(
      Transaction transaction, Requester requester, Membership membership, long after, int limit) {
    ConversationId conversation = membership.conversation();
    long end = membership.end();
    long from = Math.max(after, membership.first() - 1);
    List<LogEntry> entries =
        log.page(
            transaction,
            conversation,
            from,
            end,
            Math.min(limit, config.page()),
            (int) config.pageBytes().asLongValue());
    if (from < end && (entries.isEmpty() || entries.getFirst().sequence() != from + 1)) {
      return new LogReading.ResyncRequired(Optional.empty());
    }
    if (!entries.isEmpty()) {
      audit.record(
          transaction,
          requester
              .act("history.read")
              .in(conversation.value())
              .with("from", entries.getFirst().sequence())
              .with("to", entries.getLast().sequence()));
    }
    long reached = entries.isEmpty() ? after : entries.getLast().sequence();
    return new LogReading.Page(
        new LogPage(entries.stream().map(EntryView::of).toList(), reached >= end));
  }
}
