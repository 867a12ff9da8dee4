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

  @Test
  void aSendFindsItsPlaceByIndexAndNeverReadsTheWholeLog() throws Exception {
    Device alice = enrol();
    UUID id = group(alice, enrol());
    long readWhole = scans("seq_scan");
    long readByIndex = scans("idx_scan");

    for (int i = 0; i < SENDS; i++) {
      assertThat(post(alice, messages(id), message(id, 1)).status()).isEqualTo(201);
    }

    // PostgreSQL counts with a delay; the look-ups by index show when it has counted.
    await().atMost(Duration.ofSeconds(30)).until(() -> scans("idx_scan") >= readByIndex + SENDS);
    // The few that other tests have left uncounted; a send that reads the table adds one each.
    assertThat(scans("seq_scan") - readWhole).isLessThan(SENDS / 4);
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
