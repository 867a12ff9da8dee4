package fr.liaison.directory.topup;

import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.register.ImportReport;
import fr.liaison.directory.register.ToppedUp;
import fr.liaison.directory.succession.AmbiguousSuccession;
import fr.liaison.directory.succession.SuccessionCounts;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of what administrators read of top-ups and successions is frozen. */
class TopUpGoldenTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void theStateOfTheTopUpKeepsItsShape() {
    matches(
        "top-up-status.v1",
        new TopUpStatus(
            true,
            TIME,
            DAY,
            TIME.plusSeconds(600),
            new TopUpStatus.Refusal(TIME, "throttled"),
            List.of(
                run(TopUpRun.State.stopped, "too-many-departures", null),
                run(TopUpRun.State.completed, null, TIME.plusSeconds(9)))));
    matches("top-up-status-off.v1", new TopUpStatus(false, null, null, null, null, List.of()));
  }

  @Test
  void aStoppedRunTellsHowManyWait() {
    matches(
        "top-up-status-waiting.v1",
        new TopUpStatus(
            true,
            TIME,
            DAY,
            null,
            new TopUpStatus.Refusal(TIME, "too-many-departures"),
            List.of(run(TopUpRun.State.stopped, "too-many-departures", null, 61L))));
  }

  @Test
  void anImportSpeaksOfSuccessionsByEntryAndLine() {
    matches(
        "register-import-successions.v1",
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "accepted",
            null,
            null,
            null,
            DAY,
            6,
            5,
            0,
            2,
            1,
            0,
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            null,
            null,
            null,
            new SuccessionCounts(
                2,
                1,
                List.of(
                    new AmbiguousSuccession(
                        ID, List.of(4L, 7L), AmbiguousSuccession.Reason.several_candidates))),
            3L,
            null));
  }

  @Test
  void anImportSpeaksOfThoseWhoCameAndWentByTopUpsSince() {
    matches(
        "register-import-list.v2",
        new ImportReport.Listing(
            List.of(
                new ImportReport(
                    ID,
                    TIME,
                    TIME.plusSeconds(1),
                    "source",
                    "accepted",
                    null,
                    null,
                    null,
                    DAY,
                    6,
                    5,
                    1,
                    2,
                    1,
                    0,
                    Map.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    new ToppedUp(3, 2, 1))),
            null));
  }

  private static TopUpRun run(TopUpRun.State state, String reason, Instant finishedAt) {
    return run(state, reason, finishedAt, null);
  }

  private static TopUpRun run(
      TopUpRun.State state, String reason, Instant finishedAt, Long waiting) {
    return new TopUpRun(
        ID,
        state,
        reason,
        TIME.minusSeconds(600),
        TIME,
        TIME.plusSeconds(5),
        finishedAt,
        4,
        120,
        3,
        40,
        2,
        1,
        1,
        1,
        5,
        waiting);
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
