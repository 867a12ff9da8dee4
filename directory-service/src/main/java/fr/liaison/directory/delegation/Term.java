package fr.liaison.directory.delegation;

import fr.liaison.kit.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a delegation, both included; not in the past, not for long, not far ahead. */
record Term(LocalDate startsOn, LocalDate endsOn) {
  static Term of(
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      LocalDate today,
      DelegationConfig config) {
    if (startsOn == null) {
      throw Problem.field("startsOn", "is missing");
    }
    if (endsOn == null) {
      throw Problem.field("endsOn", "is missing");
    }
    if (startsOn.isBefore(today)) {
      throw Problem.field("startsOn", "must not be in the past");
    }
    if (startsOn.isAfter(today.plusMonths(config.farthestMonths()))) {
      throw Problem.field(
          "startsOn", "must be at most " + config.farthestMonths() + " months ahead");
    }
    if (endsOn.isBefore(startsOn)) {
      throw Problem.field("endsOn", "must not be before startsOn");
    }
    if (!endsOn.isBefore(startsOn.plusMonths(config.longestMonths()))) {
      throw Problem.field(
          "endsOn", "must be less than " + config.longestMonths() + " months after startsOn");
    }
    return new Term(startsOn, endsOn);
  }
}
