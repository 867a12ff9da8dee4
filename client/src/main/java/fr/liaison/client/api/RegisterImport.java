package fr.liaison.client.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import of the national register: its progress while it runs, its report when it is over. */
public record RegisterImport(
    UUID id, String phase, @Nullable Progress progress, @Nullable Report report) {

  /** How far it is; what is left of reading is unknown where the size is. */
  public record Progress(
      UUID id,
      Instant startedAt,
      LocalDate registerDate,
      String phase,
      long rows,
      long bytes,
      @Nullable Long totalBytes,
      long rowsPerSecond,
      @Nullable Long readingSecondsLeft) {}

  /** What it came to; a refused one has a reason and changed nothing. Defects are by code. */
  public record Report(
      UUID id,
      Instant startedAt,
      Instant finishedAt,
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
      Map<String, Long> defects) {
    public Report {
      defects = Map.copyOf(defects);
    }

    public boolean accepted() {
      return "accepted".equals(outcome);
    }
  }

  /** The latest that are over, newest first, and those that run. */
  public record Listing(List<Report> items, @Nullable List<Progress> running) {
    public Listing {
      items = List.copyOf(items);
    }

    /** None where the service names none. */
    @Override
    public List<Progress> running() {
      return running == null ? List.of() : List.copyOf(running);
    }
  }
}
