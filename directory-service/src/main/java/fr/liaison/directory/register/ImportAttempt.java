package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RefusedFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of an import while it runs, and the report that it ends with. */
final class ImportAttempt {
  private final ImportRequest request;
  private final Instant startedAt;
  private final DefectTally tally;
  private final List<LongSupplier> rows = new ArrayList<>();
  private final List<FileCounts> files = new ArrayList<>();
  private MergeShadow.Changes changes = MergeShadow.Changes.NONE;
  private @Nullable MailboxCounts mailboxes;
  private boolean removalsAccepted;
  private long people;
  private long keptDetails;
  private int ignoredFiles;
  private ImportKind kind = ImportKind.register;

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

  /** Everything that happened before it is known to the files. */
  OffsetDateTime reach(RegisterConfig config) {
    return FileReach.of(request.registerDate(), config).atOffset(ZoneOffset.UTC);
  }

  /** Adds the rows of one file. */
  void countRowsBy(LongSupplier counter) {
    rows.add(counter);
  }

  long rows() {
    return rows.stream().mapToLong(LongSupplier::getAsLong).sum();
  }

  void ignoredFiles(int counted) {
    ignoredFiles = counted;
  }

  /** What the upload holds, by its leading file: the register, where that is among them. */
  void kind(ImportKind recognised) {
    kind = recognised;
  }

  void people(long counted) {
    people = counted;
  }

  long people() {
    return people;
  }

  void changed(MergeShadow.Changes merged, long rowsOfFile) {
    changes = merged;
    files.add(
        new FileCounts(
            ImportKind.register,
            rowsOfFile,
            people,
            tally.counts(ImportKind.register),
            null,
            null,
            null,
            null));
  }

  void changed(MergeMailboxes.Changes merged) {
    people = merged.people();
    keptDetails = merged.kept();
    mailboxes = merged.counts();
    removalsAccepted |= merged.removalsAccepted();
  }

  void changed(ImportKind detail, MergeDetail.Changes merged, long rowsOfFile) {
    if (kind == detail) {
      people = merged.people();
      keptDetails = merged.kept();
    }
    removalsAccepted |= merged.removalsAccepted();
    files.add(
        new FileCounts(
            detail,
            rowsOfFile,
            merged.people(),
            tally.counts(detail),
            merged.unlistedRows(),
            merged.added(),
            merged.changed(),
            merged.removed()));
  }

  ImportReport accepted(Instant now) {
    return report("accepted", null, null, null, changes, now);
  }

  ImportReport refused(RefusedFile refusal, Instant now) {
    files.clear();
    mailboxes = null;
    keptDetails = 0;
    removalsAccepted = false;
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
      MergeShadow.Changes changed,
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
        changed.arrivals(),
        changed.changes(),
        changed.departures(),
        changed.returns(),
        tally.counts(),
        tally.first(),
        ignoredFiles == 0 ? null : ignoredFiles,
        (changed.departuresAccepted() || removalsAccepted) ? true : null,
        outcome.equals("accepted") && kind == ImportKind.register ? changed.professions() : null,
        kind == ImportKind.register ? null : kind,
        mailboxes,
        files.stream().anyMatch(file -> file.kind().isDetail()) ? List.copyOf(files) : null,
        changed.successions().carried() + changed.successions().ambiguous() == 0
            ? null
            : changed.successions(),
        changed.keptNewer() + keptDetails == 0 ? null : changed.keptNewer() + keptDetails,
        null);
  }
}
