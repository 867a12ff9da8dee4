package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a send costs must not grow with what was said before. */
@QuarkusTest
class SendCostTest extends ServiceScene {
  private static final int SENDS = 200;
  private static final int ROUNDS = 5;

  @Test
  void aSendFindsItsPlaceByIndexAndNeverReadsTheWholeLog() throws Exception {
    Device alice = enrol();
    UUID id = group(alice, enrol());
    long fewest = Long.MAX_VALUE;

    // What other tests have left uncounted is counted in the first rounds; a send that reads the
    // table adds one each, in every round.
    for (int round = 0; round < ROUNDS && fewest >= SENDS / 4; round++) {
      fewest = Math.min(fewest, readsOfTheWholeTable(alice, id));
    }

    assertThat(fewest).isLessThan(SENDS / 4);
  }

  private long readsOfTheWholeTable(Device alice, UUID id) throws Exception {
    long readWhole = scans("seq_scan");
    long readByIndex = scans("idx_scan");
    for (int i = 0; i < SENDS; i++) {
      assertThat(post(alice, messages(id), message(id, 1)).status()).isEqualTo(201);
    }
    // PostgreSQL counts with a delay; the look-ups by index show when it has counted.
    await().atMost(Duration.ofSeconds(60)).until(() -> scans("idx_scan") >= readByIndex + SENDS);
    return scans("seq_scan") - readWhole;
  }

  private long scans(String kind) {
    return database
        .read(
            reader ->
                reader.first(
                    row -> row.getLong(0),
                    "select sum("
                        + kind
                        + ")::bigint from pg_stat_user_tables where relname like 'entry\\_%'"))
        .orElseThrow();
  }
}
