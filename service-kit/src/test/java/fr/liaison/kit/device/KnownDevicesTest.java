package fr.liaison.kit.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.kit.KitTest;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@KitTest
class KnownDevicesTest {
  @Inject KnownDevices devices;
  @Inject Database database;

  private final UUID device = UUID.randomUUID();
  private final Caller caller = new Caller("account-1", null, Set.of(), null, device, null, null);

  @Test
  void aDeviceThatEnrolledJustNowIsWaitedFor() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<KnownDevice> found =
          threads.submit(
              () -> {
                assertThat(devices.find(device)).isEmpty();
                asked.countDown();
                return devices.requireActive(caller);
              });
      asked.await();
      enrol("account-1");

      assertThat(found.get().deviceId()).isEqualTo(device);
    }
  }

  @Test
  void aDeviceNobodyEnrolsAndOneOfSomebodyElseAreRefused() {
    assertThatThrownBy(() -> devices.requireActive(caller)).isInstanceOf(Problem.class);

    enrol("account-2");

    assertThatThrownBy(() -> devices.requireActive(caller)).isInstanceOf(Problem.class);
  }

  private void enrol(String account) {
    database.run(
        transaction ->
            transaction.update(
                """
                insert into known_device
                  (device_id, account_id, practitioner_id, signature_key, expires_at)
                values ($1, $2, $3, '\\x00', $4)
                """,
                device,
                account,
                UUID.randomUUID(),
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)));
  }
}
