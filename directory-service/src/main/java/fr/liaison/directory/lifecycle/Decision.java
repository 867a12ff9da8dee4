package fr.liaison.directory.lifecycle;

import fr.liaison.directory.practitioner.VisibleName;
import fr.liaison.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A request to suspend that was read and found well-formed. */
record Decision(SuspensionReason reason, @Nullable String note) {
  private static final int LONGEST_NOTE = 200;

  /** Throws {@code invalid-parameter} naming the first field that is wrong. */
  static Decision of(@Nullable SuspensionRequest request) {
    if (request == null || request.reason() == null) {
      throw Problem.field("reason", "is missing");
    }
    SuspensionReason reason =
        SuspensionReason.parse(request.reason())
            .orElseThrow(() -> Problem.field("reason", "must be one of the listed ones"));
    String note = request.note();
    if (note == null) {
      return new Decision(reason, null);
    }
    return new Decision(
        reason,
        VisibleName.of(note, LONGEST_NOTE)
            .orElseThrow(() -> Problem.field("note", "must have 1 to 200 visible characters")));
  }

  @Override
  public String toString() {
    return "Decision[" + reason + "]";
  }
}
