package fr.liaison.client.conversation;

import fr.liaison.client.http.Problem;

/** What became of changing a group. */
public sealed interface ChangeOutcome {
  record Done() implements ChangeOutcome {}

  record Refused(Problem problem) implements ChangeOutcome {}

  /** No answer came, or others changed the group all the time: try again. */
  record TryAgain() implements ChangeOutcome {}

  /** A conversation without this device. */
  record NotIn() implements ChangeOutcome {}

  static ChangeOutcome of(Progress progress) {
    return switch (progress) {
      case Progress.UpToDate done -> new Done();
      case Progress.Refused(Problem problem) -> new Refused(problem);
      case Progress.Out out -> new NotIn();
      case Progress.Unreachable unreachable -> new TryAgain();
      case Progress.Contended contended -> new TryAgain();
      case Progress.Missing missing -> new TryAgain();
      case Progress.Lost lost -> new TryAgain();
    };
  }
}
