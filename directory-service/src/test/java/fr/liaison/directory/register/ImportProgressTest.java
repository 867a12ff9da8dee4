package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.file.Extraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportProgressTest {
  private static final ImportProgress.Count QUARTER = new ImportProgress.Count(500, 250, 10_000);

  @Test
  void rateAndTimeLeftFollowFromWhatWasRead() {
    ImportProgress progress = counted(1000L, ImportPhase.reading, QUARTER);
    assertThat(progress.rowsPerSecond()).isEqualTo(50);
    assertThat(progress.readingSecondsLeft()).isEqualTo(30);
  }

  @Test
  void nothingIsForetoldWithoutATotalOrBeforeTheFirstByteOrAfterTheLast() {
    assertThat(counted(null, ImportPhase.reading, QUARTER).readingSecondsLeft()).isNull();
    assertThat(counted(1000L, ImportPhase.merging, QUARTER).readingSecondsLeft()).isNull();
    ImportProgress begun = counted(1000L, ImportPhase.reading, ImportProgress.Count.NONE);
    assertThat(begun.readingSecondsLeft()).isNull();
    assertThat(begun.rowsPerSecond()).isZero();
  }

  @Test
  void anUploadLongerThanAnnouncedHasNoTimeLeft() {
    assertThat(counted(100L, ImportPhase.reading, QUARTER).readingSecondsLeft()).isZero();
  }

  private static ImportProgress counted(
      @Nullable Long size, ImportPhase phase, ImportProgress.Count count) {
    ImportRequest request =
        new ImportRequest(
            new UUID(1, 2),
            "upload",
            LocalDate.of(2026, 11, 20),
            size,
            Extraction.Format.TEXT,
            false,
            Actor.NOBODY);
    return ImportProgress.counted(request, Instant.EPOCH, phase, count);
  }
}
