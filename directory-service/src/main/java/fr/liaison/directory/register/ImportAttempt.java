package fr.liaison.directory.register;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of an import while it runs, and the report that it ends with. */
final class ImportAttempt {
  private final ImportRequest request;
  private final Instant startedAt;
  private final DefectTally tally;
  private LongSupplier rows = () -> 0;
  private long people;
  private int ignoredFiles;

  ImportAttempt(ImportRequest request, Instant startedAt, DefectTally tally) {
    this.request = request;
    this.startedAt = startedAt;
    this.tally = tally;
  }

  ImportRequest request() {
    return request;
  }

  Instant startedAt() {
    return startedAt;
  }

  DefectTally tally() {
    return tally;
  }

  void countRowsBy(LongSupplier counter) {
    rows = counter;
  }

  long rows() {
    return rows.getAsLong();
  }

  void ignoredFiles(int counted) {
    ignoredFiles = counted;
  }

  void people(long counted) {
    people = counted;
  }

  long people() {
    return people;
  }

  ImportReport accepted(MergeShadow.Changes changes, Instant now) {
    return report("accepted", null, null, null, changes, now);
  }

  ImportReport refused(RefusedFile refusal, Instant now) {
    return report(
        "refused",
        refusal.reason().code(),
        refusal.line() > 0 ? refusal.line() : null,
        refusal.detail().isEmpty()
            ? refusal.reason().sentence()
            : refusal.reason().sentence() + ": " + refusal.detail(),
        MergeShadow.Changes.NONE,
        now);
  }

  private ImportReport report(
      String outcome,
      @Nullable String reason,
      @Nullable Long line,
      @Nullable String detail,
      MergeShadow.Changes changes,
      Instant now) {
    return new ImportReport(
        request.id(),
        startedAt,
        now,
        request.origin(),
        outcome,
        reason,
        line,
        detail,
        request.registerDate(),
        rows(),
        people,
        changes.arrivals(),
        changes.changes(),
        changes.departures(),
        changes.returns(),
        tally.counts(),
        tally.first(),
        ignoredFiles == 0 ? null : ignoredFiles,
        changes.departuresAccepted() ? true : null,
        outcome.equals("accepted") ? changes.professions() : null);
  }
}
