package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.State;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conversation takes anything new, and where it goes on.
 *
 * @param successorOrNull there exactly when it was succeeded
 */
public record Standing(State state, @Nullable ConversationId successorOrNull) {
  public static final Standing OPEN = new Standing(State.open, null);

  static Standing of(String state, @Nullable UUID successor) {
    return successor == null
        ? new Standing(State.valueOf(state), null)
        : new Standing(State.valueOf(state), new ConversationId(successor));
  }

  /** It takes neither messages nor commits nor joins. */
  public boolean closed() {
    return state != State.open;
  }

  public Optional<ConversationId> successor() {
    return Optional.ofNullable(successorOrNull);
  }
}
