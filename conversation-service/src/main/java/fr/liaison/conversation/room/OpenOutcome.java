package fr.liaison.conversation.room;

import fr.liaison.conversation.commit.CommitOutcome;
import fr.liaison.conversation.refounding.Refusal;

/** How opening a conversation ended. */
public sealed interface OpenOutcome {
  /** It is there, now or since it was first asked for. */
  record Opened(ConversationView conversation) implements OpenOutcome {}

  /** The id belongs to another conversation. */
  record IdTaken() implements OpenOutcome {}

  /** The GroupInfo is not one of this group at epoch 0. */
  record Unfit(fr.liaison.conversation.group.Unfit unfit) implements OpenOutcome {}

  /** The first commit was refused, so the conversation was not opened either. */
  record CommitRefused(CommitOutcome.Refused refused) implements OpenOutcome {}

  /** It may not take the place of the conversation that it names. */
  record SuccessionRefused(Refusal refusal) implements OpenOutcome {}

  /** A direct conversation needs its second person. */
  record SecondPersonMissing() implements OpenOutcome {}

  /** The GroupInfo is larger than allowed. */
  record TooLarge() implements OpenOutcome {}
}
