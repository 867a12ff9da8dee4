package fr.liaison.directory.register;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Writes how far one import is, each time in a short transaction of its own: at every change of
 * phase, and once a second while bytes arrive. Not safe for concurrent use.
 */
final class ProgressLog {
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final Database database;
  private final RunningImports running;
  private final UUID id;
  private final LongSupplier nanoTime;
  private final long begun;
  private long written;
  private ImportProgress.Count count = ImportProgress.Count.NONE;

  ProgressLog(Database database, RunningImports running, UUID id, LongSupplier nanoTime) {
    this.database = database;
    this.running = running;
    this.id = id;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.written = begun;
  }

  /** Called after every portion of the file. */
  void read(long rows, long bytes) {
    long now = nanoTime.getAsLong();
    count = new ImportProgress.Count(rows, bytes, Duration.ofNanos(now - begun).toMillis());
    if (now - written >= INTERVAL) {
      write(ImportPhase.reading);
      written = now;
    }
  }

  /** Writes the phase with what was last counted. */
  void write(ImportPhase phase) {
    try {
      database.run(transaction -> running.advance(transaction, id, phase, count));
    } catch (DatabaseUnavailable passing) {
      // Only the display is late; if the database is gone for good, the import itself notices.
      return;
    }
  }
}
