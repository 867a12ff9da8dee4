package fr.liaison.client.conversation;

import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Pause;
import fr.liaison.client.id.ConversationId;
import fr.liaison.mls.group.Group;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Commits what the server proposed, by reference: until somebody has, nobody can send. All members
 * see the proposal at the same moment, so each waits a little and looks whether it is done.
 */
final class CommitProposals {
  private static final int LONGEST_WAIT_MILLIS = 400;

  private final Desk desk;
  private final KeepUp keepUp;
  private final ChangeGroup changes;

  CommitProposals(Desk desk, KeepUp keepUp, ChangeGroup changes) {
    this.desk = desk;
    this.keepUp = keepUp;
    this.changes = changes;
  }

  boolean areWaiting(ConversationId id) {
    return desk.groups().held(id) instanceof Held.Ready(Group group, long cursor)
        && !group.proposals().isEmpty();
  }

  /** Up to date when no proposal waits any more, whoever committed it. */
  Progress commit(ConversationId id) {
    rest(desk.pause());
    Progress followed = keepUp.bring(id);
    return followed.isUpToDate()
        ? changes.change(
            id, group -> group.proposals().isEmpty() ? Optional.empty() : Optional.of(List.of()))
        : followed;
  }

  static void rest(Pause pause) {
    try {
      pause.rest(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS)));
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}
