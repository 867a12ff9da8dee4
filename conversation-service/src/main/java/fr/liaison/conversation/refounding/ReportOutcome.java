package fr.liaison.conversation.refounding;

import fr.liaison.conversation.roster.State;

/** How reporting a commit ended. */
public sealed interface ReportOutcome {
  /**
   * It counts, now or since it was first reported.
   *
   * @param reporters the persons who reported this commit and are still in
   * @param needed how many it takes
   */
  record Noted(int reporters, int needed, State state) implements ReportOutcome {}

  /** It does not. */
  record Refused(Refusal refusal) implements ReportOutcome {}
}
