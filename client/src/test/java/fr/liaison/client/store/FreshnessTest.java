package fr.liaison.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.store.Freshness.Local;
import fr.liaison.client.store.Freshness.OwnEntry;
import fr.liaison.client.store.Freshness.Reason;
import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Bytes SENT = Bytes.of(new byte[] {1});
  private static final Bytes FORGOTTEN = Bytes.of(new byte[] {2});
  private final Local local = new Local(10, Set.of(SENT));

  @Test
  void aStateIsCurrentWhileNothingShowsThatTheDeviceWasFurther() {
    assertThat(Freshness.of(local, 10, List.of())).isEqualTo(new Freshness.Current());
    assertThat(Freshness.of(local, 3, List.of(new OwnEntry(11, SENT))))
        .isEqualTo(new Freshness.Current());
    assertThat(Freshness.of(local, 10, List.of(new OwnEntry(9, FORGOTTEN))))
        .isEqualTo(new Freshness.Current());
  }

  @Test
  void anAcknowledgementBeyondTheCursorShowsAnOlderCopy() {
    assertThat(Freshness.of(local, 11, List.of()))
        .isEqualTo(new Freshness.Stale(Reason.ACKNOWLEDGED_BEYOND_CURSOR));
  }

  @Test
  void anOwnEntryThatTheStoreDoesNotKnowShowsAnOlderCopy() {
    assertThat(
            Freshness.of(local, 10, List.of(new OwnEntry(11, SENT), new OwnEntry(12, FORGOTTEN))))
        .isEqualTo(new Freshness.Stale(Reason.UNKNOWN_OWN_ENTRY));
  }
}
