package fr.liaison.conversation.room;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.commit.ApplyCommit;
import fr.liaison.conversation.commit.Bundle;
import fr.liaison.conversation.commit.CommitConfig;
import fr.liaison.conversation.commit.CommitOutcome;
import fr.liaison.conversation.commit.Entrance;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Opens a conversation whose roster at epoch 0 is the creator's device, and applies the first
 * commit in the same transaction when one comes along: both happen or neither. The same opening
 * from the same device gets its first answer again.
 */
@Singleton
public class OpenConversation {
  private final Database database;
  private final Conversations conversations;
  private final RoomWriter writer;
  private final ApplyCommit applyCommit;
  private final CommitConfig config;

  OpenConversation(
      Database database,
      Conversations conversations,
      RoomWriter writer,
      ApplyCommit applyCommit,
      CommitConfig config) {
    this.database = database;
    this.conversations = conversations;
    this.writer = writer;
    this.applyCommit = applyCommit;
    this.config = config;
  }

  /** What a client asks for. */
  public record Opening(
      ConversationId id, Kind kind, Bytes groupInfo, Optional<Bundle> firstCommit) {}

  public OpenOutcome open(Requester requester, Opening opening) {
    if (opening.groupInfo().length() > config.largestOpening().asLongValue()) {
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
    if (conversations.create(transaction, opening.id(), opening.kind(), hash, requester.device())) {
      writer
          .write(transaction, requester, opening)
          .ifPresent(
              unfit -> {
                throw new Abandoned(new OpenOutcome.Unfit(unfit));
              });
    } else if (!conversations.isRepetition(
        transaction, opening.id(), opening.kind(), hash, requester.device())) {
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
    ConversationView view =
        conversations
            .find(transaction, opening.id(), requester.device())
            .orElseThrow(() -> new Abandoned(new OpenOutcome.IdTaken()));
    boolean lacksSecond = persons(view) < 2 && opening.firstCommit().isPresent();
    if (opening.kind() == Kind.direct && lacksSecond) {
      throw new Abandoned(new OpenOutcome.SecondPersonMissing());
    }
    return view;
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
