package fr.liaison.client.conversation;

import fr.liaison.client.group.Followed;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import java.util.Optional;

/** How far following a log, or changing a group, got. */
sealed interface Progress {
  /** Everything the server had is stored. */
  record UpToDate() implements Progress {}

  /** Entries in between did not come. */
  record Missing() implements Progress {}

  /** The state is no use any more. */
  record Lost(Followed.Reason reason) implements Progress {}

  /** This device was put out, or never was in. */
  record Out() implements Progress {}

  /** A service said no. */
  record Refused(Problem problem) implements Progress {}

  /** Nobody answered; to be tried again. */
  record Unreachable() implements Progress {}

  /** Others were faster every time; to be tried again. */
  record Contended() implements Progress {}

  default boolean isUpToDate() {
    return this instanceof UpToDate;
  }

  /** Why an answer is no progress; empty when it was given. */
  static Optional<Progress> failure(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> Optional.empty();
      case Answer.Refused<?> refused when refused.problem().status() == 404 ->
          Optional.of(new Out());
      case Answer.Refused<?> refused -> Optional.of(new Refused(refused.problem()));
      case Answer.Unreachable<?> unreachable -> Optional.of(new Unreachable());
    };
  }
}
