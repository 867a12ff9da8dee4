package fr.liaison.directory.topup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run that is not over: where it stands, and the register it tops up. */
record OpenRun(
    UUID id, Instant since, Step step, @Nullable String nextLink, LocalDate registerDate) {

  /** The lists of changes, in the order in which they are read. */
  enum Step {
    practitioners,
    roles
  }
}
