package fr.liaison.conversation.room;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.commit.ApplyCommit;
import fr.liaison.conversation.commit.Bundle;
import fr.liaison.conversation.commit.CommitConfig;
import fr.liaison.conversation.commit.CommitOutcome;
import fr.liaison.conversation.commit.Entrance;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.refounding.Founding;
import fr.liaison.conversation.refounding.Succession;
import fr.liaison.conversation.refounding.Succession.Beginning;
import fr.liaison.conversation.refounding.Succession.Beginning.Begun;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a conversation whose roster at epoch 0 is the creator's device, and applies the first
 * commit in the same transaction when one comes along: both happen or neither. The same opening
 * from the same device gets its first answer again. One that succeeds another conversation takes
 * its place in that transaction too.
 */
@Singleton
public class OpenConversation {
  private final Database database;
  private final Conversations conversations;
  private final RoomWriter writer;
  private final ApplyCommit applyCommit;
  private final Succession succession;
  private final CommitConfig config;

  OpenConversation(
      Database database,
      Conversations conversations,
      RoomWriter writer,
      ApplyCommit applyCommit,
      Succession succession,
      CommitConfig config) {
    this.database = database;
    this.conversations = conversations;
    this.writer = writer;
    this.applyCommit = applyCommit;
    this.succession = succession;
    this.config = config;
  }

  /** What a client asks for. */
  public record Opening(
      ConversationId id,
      Kind kind,
      Bytes groupInfo,
      Optional<Bundle> firstCommit,
      Optional<ConversationId> succeeds,
      Optional<PractitionerId> leaveOut) {
    Optional<Founding> founding() {
      return succeeds.map(old -> new Founding(id, kind, old, leaveOut, firstCommit));
    }

    /** The devices that the first commit names. */
    Set<DeviceId> namedDevices() {
      return firstCommit.map(one -> one.namedDevices(id)).orElse(Set.of());
    }

    boolean isLargerThan(CommitConfig limits) {
      return groupInfo.length() > limits.largestOpening().asLongValue()
          || firstCommit
              .filter(one -> one.largestPart() > limits.largest().asLongValue())
              .isPresent();
    }
  }

  public OpenOutcome open(Requester requester, Opening opening) {
    if (opening.isLargerThan(config)) {
      return new OpenOutcome.TooLarge();
    }
    try {
      return new OpenOutcome.Opened(
          database.inTransaction(transaction -> open(transaction, requester, opening)));
    } catch (Abandoned abandoned) {
      return abandoned.outcome;
    }
  }

  private ConversationView open(Transaction transaction, Requester requester, Opening opening) {
    Bytes hash = Sha256.of(opening.groupInfo());
    boolean isNew =
        conversations.create(transaction, opening.id(), opening.kind(), hash, requester.device());
    Optional<Begun> begun =
        isNew
            ? opening.founding().map(founding -> begin(transaction, requester, founding))
            : Optional.empty();
    if (isNew) {
      writer
          .write(transaction, requester, opening)
          .ifPresent(
              unfit -> {
                throw new Abandoned(new OpenOutcome.Unfit(unfit));
              });
    } else if (!conversations.isRepetition(
        transaction, opening.id(), opening.kind(), opening.succeeds(), hash, requester.device())) {
      throw new Abandoned(new OpenOutcome.IdTaken());
    }
    if (opening.firstCommit().isPresent()) {
      CommitOutcome outcome =
          applyCommit.apply(
              transaction, requester, opening.id(), opening.firstCommit().get(), Entrance.MEMBER);
      if (outcome instanceof CommitOutcome.Refused refused) {
        throw new Abandoned(new OpenOutcome.CommitRefused(refused));
      }
    }
    begun
        .flatMap(one -> succession.complete(transaction, requester, one))
        .ifPresent(
            refusal -> {
              throw new Abandoned(new OpenOutcome.SuccessionRefused(refusal));
            });
    ConversationView view =
        conversations
            .find(transaction, opening.id(), requester.device())
            .orElseThrow(() -> new Abandoned(new OpenOutcome.IdTaken()));
    boolean lacksSecond = persons(view) < 2 && opening.firstCommit().isPresent();
    if (opening.kind() == Kind.direct && opening.succeeds().isEmpty() && lacksSecond) {
      throw new Abandoned(new OpenOutcome.SecondPersonMissing());
    }
    return view;
  }

  private Begun begin(Transaction transaction, Requester requester, Founding founding) {
    return switch (succession.begin(transaction, requester, founding)) {
      case Beginning.Begun begun -> begun;
      case Beginning.Refused(var refusal) ->
          throw new Abandoned(new OpenOutcome.SuccessionRefused(refusal));
    };
  }

  private static long persons(ConversationView view) {
    return view.members().stream()
        .map(ConversationView.MemberView::practitionerId)
        .distinct()
        .count();
  }

  /** Rolls the transaction back and carries the outcome out of it. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient OpenOutcome outcome;

    Abandoned(OpenOutcome outcome) {
      super("opening abandoned", null, false, false);
      this.outcome = outcome;
    }
  }
}
