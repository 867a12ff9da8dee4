package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.file.Extraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a running import is, at most a second old while bytes arrive. Bytes are those of the
 * upload as sent; their total, and so the time that reading still takes, may be unknown.
 */
@Schema(
    name = "RegisterImportProgress",
    requiredProperties = {
      "id",
      "startedAt",
      "origin",
      "registerDate",
      "phase",
      "rows",
      "bytes",
      "rowsPerSecond"
    })
public record ImportProgress(
    UUID id,
    Instant startedAt,
    String origin,
    LocalDate registerDate,
    ImportPhase phase,
    long rows,
    long bytes,
    @Nullable Long totalBytes,
    long rowsPerSecond,
    @Nullable Long readingSecondsLeft) {

  /** What was counted after so many milliseconds of reading, with what follows from it. */
  static ImportProgress counted(
      ImportRequest request, Instant startedAt, ImportPhase phase, Count count) {
    return new ImportProgress(
        request.id(),
        startedAt,
        request.origin(),
        request.registerDate(),
        phase,
        count.rows(),
        count.bytes(),
        request.size(),
        count.millis() == 0 ? 0 : count.rows() * 1000 / count.millis(),
        phase == ImportPhase.reading ? secondsLeft(request.size(), count) : null);
  }

  /**
   * What was asked for, as far as a row tells: not how it is packed, what was accepted nor on whose
   * behalf.
   */
  ImportRequest request() {
    return new ImportRequest(
        id, origin, registerDate, totalBytes, Extraction.Format.TEXT, false, Actor.NOBODY);
  }

  private static @Nullable Long secondsLeft(@Nullable Long total, Count count) {
    if (total == null || count.bytes() == 0) {
      return null;
    }
    double millisPerByte = (double) count.millis() / count.bytes();
    return Math.round(Math.max(0, total - count.bytes()) * millisPerByte / 1000);
  }

  /** Rows and bytes read in so many milliseconds. */
  record Count(long rows, long bytes, long millis) {
    static final Count NONE = new Count(0, 0, 0);
  }
}
