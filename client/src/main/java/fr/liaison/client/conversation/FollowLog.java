package fr.liaison.client.conversation;

import fr.liaison.client.api.Entry;
import fr.liaison.client.api.LogPage;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.FollowEntry;
import fr.liaison.client.group.Followed;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.problem.ProblemType;
import java.util.List;

/**
 * Follows logs: every entry once, in order, whatever the network repeats, loses or reorders. What a
 * page brings is stored in one transaction, then acknowledged.
 */
final class FollowLog {
  private static final int PAGE = 200;

  private final Desk desk;
  private final FollowEntry follow;
  private final ReportCommit reports;

  FollowLog(Desk desk) {
    this.desk = desk;
    this.follow = new FollowEntry(desk.device());
    this.reports = new ReportCommit(desk.conversations());
  }

  /** Fetches and takes everything after the cursor. */
  Progress pull(ConversationId id) {
    while (true) {
      switch (desk.groups().held(id)) {
        case Held.None none -> {
          return new Progress.Out();
        }
        case Held.Damaged damaged -> {
          return new Progress.Lost(Followed.Reason.STATE_DAMAGED);
        }
        case Held.Ready ready -> {
          Answer<LogPage> answer = desk.conversations().log(id, ready.cursor(), PAGE);
          if (!(answer instanceof Answer.Done<LogPage>(LogPage page))) {
            return notKept(answer)
                ? new Progress.Lost(Followed.Reason.RESYNC_REQUIRED)
                : Progress.failure(answer).orElseThrow();
          }
          Progress taken = take(id, page.entries());
          if (!taken.isUpToDate() || page.caughtUp() || page.entries().isEmpty()) {
            return taken;
          }
        }
      }
    }
  }

  private static boolean notKept(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        && refused.problem().is(ProblemType.RESYNC_REQUIRED);
  }

  /** Takes entries as they came; those known already are acknowledged again. */
  Progress take(ConversationId id, List<Entry> entries) {
    if (!(desk.groups().held(id) instanceof Held.Ready ready)) {
      return new Progress.Out();
    }
    LogBatch batch = LogBatch.begin(desk.store(), id, ready);
    Progress progress = new Progress.UpToDate();
    for (Entry entry : entries) {
      if (entry.sequence() <= batch.cursor()) {
        continue;
      }
      if (entry.sequence() != batch.cursor() + 1) {
        progress = new Progress.Missing();
        break;
      }
      switch (follow.follow(batch.group(), batch.pending(), batch.waiting(), entry)) {
        case Followed.Advanced advanced -> batch.advance(entry, advanced);
        case Followed.Removed removed -> {
          batch.leaveAt(entry.sequence());
          progress = new Progress.Out();
        }
        case Followed.Lost(Followed.Reason reason) -> progress = lost(entry, reason);
      }
      if (!progress.isUpToDate()) {
        break;
      }
    }
    batch.store(desk);
    return progress;
  }

  /** Whose commit cannot be processed is told to the server before this device comes back. */
  private Progress lost(Entry entry, Followed.Reason reason) {
    if (entry.kind() == Entry.EntryKind.COMMIT
        && reason == Followed.Reason.CANNOT_FOLLOW
        && reports.report(entry.conversationId(), entry.sequence())) {
      return new Progress.Lost(Followed.Reason.CLOSED);
    }
    return new Progress.Lost(reason);
  }
}
