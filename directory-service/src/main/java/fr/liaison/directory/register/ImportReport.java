package fr.liaison.directory.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one import did, as administrators read it. A refused one carries a reason and changed
 * nothing. Speaks of lines and counts, never of the people in them.
 */
@Schema(
    requiredProperties = {
      "id",
      "startedAt",
      "finishedAt",
      "origin",
      "outcome",
      "registerDate",
      "rows",
      "people",
      "arrivals",
      "changes",
      "departures",
      "returns",
      "defects",
      "firstDefects"
    })
public record ImportReport(
    UUID id,
    Instant startedAt,
    Instant finishedAt,
    String origin,
    String outcome,
    @Nullable String reason,
    @Nullable Long reasonLine,
    @Nullable String detail,
    LocalDate registerDate,
    long rows,
    long people,
    long arrivals,
    long changes,
    long departures,
    long returns,
    Map<String, Long> defects,
    List<Defect> firstDefects,
    @Schema(description = "Other files of the archive; not read") @Nullable Integer ignoredFiles,
    @Schema(description = "Present when more left than the limit, as an administrator accepted")
        @Nullable Boolean departuresAccepted,
    @Schema(description = "The most frequent professions of an accepted import")
        @Nullable List<ProfessionCount> professions) {

  /** One defect: on which line, and what, by a stable code. */
  @Schema(
      name = "RegisterDefect",
      requiredProperties = {"line", "reason"})
  public record Defect(long line, String reason) {}

  /** The imports that ended, newest first, and what runs now; absent when nothing does. */
  @Schema(name = "RegisterImportList", requiredProperties = "items")
  public record Listing(List<ImportReport> items, @Nullable List<ImportProgress> running) {}

  public boolean accepted() {
    return outcome.equals("accepted");
  }
}
