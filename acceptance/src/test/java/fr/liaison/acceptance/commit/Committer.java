package fr.liaison.acceptance.commit;

import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.LogPage;
import fr.liaison.client.api.Welcome;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A member that commits and follows by hand, and asks until the service has said what became of a
 * commit. Not thread-safe. Whatever a member must refuse is an {@link AssertionError}.
 */
public final class Committer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BareDevice device;
  private final ConversationId id;
  private final Map<Bytes, OwnKeyPackage> invited = new HashMap<>();
  private final List<Long> settledLate = new ArrayList<>();
  private @Nullable Group group;
  private long cursor;

  public Committer(BareDevice device, ConversationId id) {
    this.device = device;
    this.id = id;
  }

  /** Goes on from a group that was made or joined, as of an entry of the log. */
  public void begin(Group joined, long sequence) {
    group = joined;
    cursor = sequence;
  }

  public Group group() {
    if (group == null) {
      throw new IllegalStateException("not in the group");
    }
    return group;
  }

  /** As if it had never been in. */
  public void forget() {
    group = null;
  }

  public boolean isIn() {
    return group != null;
  }

  /** The places of the commits that were answered only after a silence. */
  public List<Long> settledLate() {
    return settledLate;
  }

  /** A key package by which others may add this device. */
  public synchronized Proposal invitation() {
    OwnKeyPackage own = device.keyPackage();
    invited.put(own.keyPackage().reference(BareDevice.SUITE), own);
    return new Proposal.Add(own.keyPackage());
  }

  /**
   * Commits this change, made anew for each epoch that somebody else has won, until it is taken.
   */
  public void commit(Function<Group, List<Proposal>> change) {
    for (boolean taken = false; !taken; ) {
      PendingCommit pending = BareDevice.commit(group(), CommitRequest.of(change.apply(group())));
      taken = offer(pending);
      if (!taken) {
        follow();
      }
    }
  }

  private boolean offer(PendingCommit pending) {
    CommitBundle bundle = BareDevice.bundle(pending);
    Answer<ConversationApi.Committed> first = device.server().commit(id, bundle);
    Answer<ConversationApi.Committed> answer =
        isSilence(first) ? answered(() -> device.server().commit(id, bundle)) : first;
    return switch (answer) {
      case Answer.Done<ConversationApi.Committed>(var committed) -> {
        if (isSilence(first)) {
          settledLate.add(committed.sequence());
        }
        begin(pending.adopt(group()), committed.sequence());
        yield true;
      }
      case Answer.Refused<ConversationApi.Committed>(Problem problem)
          when problem.is(ProblemType.STALE_EPOCH) ->
          false;
      case Answer.Refused<ConversationApi.Committed>(Problem problem) ->
          throw new AssertionError("an honest commit was refused: " + problem);
      case Answer.Unreachable<ConversationApi.Committed> _ -> throw new AssertionError("no answer");
    };
  }

  /** Takes in what the log has and this device has not. */
  public void follow() {
    LogPage page = answered(() -> device.server().log(id, cursor, 500)).orThrow();
    for (Entry entry : page.entries()) {
      if (group == null) {
        return;
      }
      switch (group.receive(Wire.mls(entry.payload()))) {
        case Received.Committed(_, Group next) -> begin(next, entry.sequence());
        case Received.RemovedFromGroup _ -> group = null;
        case Received unexpected ->
            throw new AssertionError("entry " + entry.sequence() + " brought " + unexpected);
      }
    }
  }

  /** Enters by the Welcomes that wait for this device; each must open and fit the log. */
  public void enter() {
    for (Welcome welcome : answered(() -> device.server().welcomes()).orThrow()) {
      if (welcome.conversationId().equals(id)) {
        begin(opened(welcome), welcome.sequence());
        device.server().dropWelcome(welcome.id()).orThrow();
      }
    }
  }

  private Group opened(Welcome welcome) {
    fr.liaison.mls.message.Welcome read =
        ((MlsMessage.Welcoming) BareDevice.parse(Wire.mls(welcome.welcome()))).welcome();
    for (fr.liaison.mls.message.Welcome.Invitation invitation : read.secrets()) {
      OwnKeyPackage own = invited.get(invitation.keyPackageReference());
      if (own != null
          && Group.join(device.client(), own, read, Optional.empty())
              instanceof Joining.Joined(Group joined)) {
        return joined;
      }
    }
    throw new AssertionError("a Welcome that nobody made for us");
  }

  private static <T> Answer<T> answered(Supplier<Answer<T>> call) {
    return Awaitility.await().atMost(PATIENCE).until(call::get, answer -> !isSilence(answer));
  }

  /** Nobody answered, or the gateway did in the service's place. */
  private static boolean isSilence(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> _ -> false;
      case Answer.Unreachable<?> _ -> true;
      case Answer.Refused<?>(Problem problem) -> problem.status() > 500;
    };
  }
}
