package fr.liaison.client.conversation;

import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.ConversationApi.Committed;
import fr.liaison.client.api.ConversationApi.Opening;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.MakeCommit;
import fr.liaison.client.group.StoredCommit;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.Table;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.message.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes groups. A commit is stored before it is sent and adopted when the log shows it, so a
 * crash at any point ends in the state the server knows. Losing a race costs a round: follow the
 * winner, which drops ours, and plan again.
 */
final class ChangeGroup {
  private static final int ATTEMPTS = 12;

  private final Desk desk;
  private final KeepUp keepUp;
  private final Rejoin rejoin;
  private final MakeCommit make;

  ChangeGroup(Desk desk, KeepUp keepUp, Rejoin rejoin) {
    this.desk = desk;
    this.keepUp = keepUp;
    this.rejoin = rejoin;
    this.make = new MakeCommit(desk.device());
  }

  /** The plan is made anew for each epoch it is tried on; empty when nothing is left to do. */
  Progress change(ConversationId id, Function<Group, Optional<List<Proposal>>> plan) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Progress ready = resume(id);
      if (!ready.isUpToDate()) {
        return ready;
      }
      if (!(desk.groups().held(id) instanceof Held.Ready(Group group, long cursor))) {
        return new Progress.Out();
      }
      Optional<List<Proposal>> proposals = plan.apply(group);
      if (proposals.isEmpty()) {
        return new Progress.UpToDate();
      }
      Optional<StoredCommit> made = make.of(group, proposals.get());
      if (made.isEmpty()) {
        return new Progress.Refused(Problem.named(422, "commit-impossible"));
      }
      desk.store().change(transaction -> made.get().save(transaction, id));
      Progress sent = send(id, made.get());
      if (!(sent instanceof Progress.Contended)) {
        return sent;
      }
    }
    return new Progress.Contended();
  }

  /** Finds out what became of a stored commit, then brings the conversation up to date. */
  Progress resume(ConversationId id) {
    Optional<StoredCommit> pending = desk.store().read(reader -> StoredCommit.find(reader, id));
    if (pending.isPresent()) {
      Progress sent = send(id, pending.get());
      if (!sent.isUpToDate() && !(sent instanceof Progress.Contended)) {
        return sent;
      }
    }
    return keepUp.isFresh(id) ? new Progress.UpToDate() : keepUp.bring(id);
  }

  Progress send(ConversationId id, StoredCommit pending) {
    if (pending.external()) {
      boolean wasIn = desk.store().read(reader -> Conversations.cursor(reader, id)).isPresent();
      return rejoin.send(
          id, pending, wasIn ? Followed.Reason.STATE_MISSING : Followed.Reason.NEW_DEVICE);
    }
    StoredCommit.Opening opening = pending.opening();
    return opening == null ? commit(id, pending) : open(id, pending, opening);
  }

  private Progress commit(ConversationId id, StoredCommit pending) {
    return switch (desk.conversations().commit(id, pending.bundle())) {
      case Answer.Done<Committed> done -> settled(id, pending, new Progress.UpToDate());
      case Answer.Unreachable<Committed> unreachable -> new Progress.Unreachable();
      case Answer.Refused<Committed>(Problem problem) -> {
        if (isPassing(problem)) {
          yield new Progress.Unreachable();
        }
        yield problem.is(ProblemType.STALE_EPOCH)
            ? settled(id, pending, new Progress.Contended())
            : dropped(id, pending, problem);
      }
    };
  }

  private Progress open(ConversationId id, StoredCommit pending, StoredCommit.Opening opening) {
    Opening request =
        new Opening(id, opening.kind(), opening.groupInfo(), pending.bundle(), opening.succeeds());
    return switch (desk.conversations().open(request)) {
      case Answer.Done<Conversation>(Conversation conversation) -> {
        keepUp.begin(id);
        keepUp.remember(conversation);
        yield settled(id, pending, new Progress.UpToDate());
      }
      case Answer.Unreachable<Conversation> unreachable -> new Progress.Unreachable();
      case Answer.Refused<Conversation>(Problem problem) -> {
        if (isPassing(problem)) {
          yield new Progress.Unreachable();
        }
        desk.groups().forget(id);
        desk.store().change(transaction -> undo(transaction, id));
        yield new Progress.Refused(problem);
      }
    };
  }

  /** The log says whether it was ours; a commit that it will never show is dropped. */
  private Progress settled(ConversationId id, StoredCommit pending, Progress outcome) {
    Progress followed = keepUp.bring(id);
    if (!followed.isUpToDate()) {
      return followed;
    }
    Optional<StoredCommit> still = desk.store().read(reader -> StoredCommit.find(reader, id));
    if (still.isPresent() && still.get().sha256().equals(pending.sha256())) {
      desk.store().change(transaction -> StoredCommit.drop(transaction, id));
      return new Progress.Contended();
    }
    return outcome;
  }

  private Progress dropped(ConversationId id, StoredCommit pending, Problem problem) {
    Progress settled = settled(id, pending, new Progress.Refused(problem));
    return settled instanceof Progress.Contended ? new Progress.Refused(problem) : settled;
  }

  private static void undo(StoreTransaction transaction, ConversationId id) {
    StoredCommit.drop(transaction, id);
    transaction.remove(Table.GROUP_STATE, id.toString());
    transaction.remove(Table.CURSOR, id.toString());
    transaction.remove(Table.CONVERSATION, id.toString());
  }

  /** Worth sending the same bytes again later. */
  static boolean isPassing(Problem problem) {
    return problem.status() >= 500 || problem.status() == 429 || problem.status() == 401;
  }
}
