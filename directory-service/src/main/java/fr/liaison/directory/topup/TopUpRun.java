package fr.liaison.directory.topup;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One run, as administrators read it: counts, never people. */
@Schema(
    name = "TopUpRun",
    requiredProperties = {
      "id",
      "state",
      "since",
      "startedAt",
      "touchedAt",
      "pages",
      "people",
      "arrivals",
      "changes",
      "departures",
      "returns",
      "successions",
      "heldBack",
      "unusable"
    })
public record TopUpRun(
    UUID id,
    State state,
    @Schema(description = "Why it does not go on just now, or did not at last")
        @Nullable String reason,
    @Schema(description = "Changes from then on are read") Instant since,
    Instant startedAt,
    @Schema(description = "When the latest page was applied, or the run began, paused or ended")
        Instant touchedAt,
    @Nullable Instant finishedAt,
    long pages,
    @Schema(description = "People of whom the source said something") long people,
    long arrivals,
    long changes,
    long departures,
    long returns,
    @Schema(description = "Arrivals known before by an ADELI number") long successions,
    @Schema(
            description =
                "Arrivals left to the next file, which tells whether they succeed somebody")
        long heldBack,
    @Schema(description = "Entries without a usable number, name or profession") long unusable,
    @Schema(
            description =
                "Of a stopped run: people whom the page that was not applied would remove; later"
                    + " pages may hold more")
        @Nullable Long waitingDepartures) {

  /** Where a run stands. */
  @Schema(name = "TopUpRunState")
  public enum State {
    running,
    /** Goes on by itself. */
    paused,
    /** Goes on when an administrator has accepted its departures. */
    stopped,
    completed,
    /** Given up, because the register went back to an older file. */
    superseded
  }
}
