package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A commit ready to be sent, and the epoch it opens. Nothing has happened until {@link #adopt}: if
 * another commit wins, drop this one and process the winner on the group as it was.
 */
public final class PendingCommit {
  private final Bytes commit;
  private final Optional<Bytes> welcome;
  private final Bytes groupInfo;
  private final CommitEffect effect;
  private final GroupState before;
  private final GroupState after;
  private final Client client;

  PendingCommit(
      Client client,
      Bytes commit,
      Optional<Bytes> welcome,
      Bytes groupInfo,
      CommitEffect effect,
      GroupState before,
      GroupState after) {
    this.client = client;
    this.commit = commit;
    this.welcome = welcome;
    this.groupInfo = groupInfo;
    this.effect = effect;
    this.before = before;
    this.after = after;
  }

  /** The MLSMessage to send. */
  public Bytes commit() {
    return commit;
  }

  /** One MLSMessage for everybody the commit adds; empty when it adds nobody. */
  public Optional<Bytes> welcome() {
    return welcome;
  }

  /** The MLSMessage that describes the epoch to come, external key inside. */
  public Bytes groupInfo() {
    return groupInfo;
  }

  public CommitEffect effect() {
    return effect;
  }

  /**
   * The group to go on with until the commit is accepted. Differs from the one it was made from
   * only if the commit is encrypted, which uses up a key: store it before sending.
   */
  public Group meanwhile() {
    return Group.of(client, before);
  }

  /**
   * The next epoch, once the commit was accepted.
   *
   * @param current the group as it is now: messages may have been sent and read since
   */
  public Group adopt(Group current) {
    GroupState now = current.state();
    if (!now.open().context().equals(before.open().context())) {
      throw new IllegalArgumentException("the group has left the epoch this commit was made for");
    }
    List<PastEpoch> past = now.pastOfNext(client.config().pastEpochs());
    return Group.of(client, after.withPast(past));
  }

  /** The next epoch for an external joiner, who has no group before. */
  Group joined() {
    return Group.of(client, after);
  }
}
