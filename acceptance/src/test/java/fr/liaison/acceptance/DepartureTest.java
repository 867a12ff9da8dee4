package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.acceptance.access.LiveAccess;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register that no longer lists somebody ends all they hold within seconds. After the other
 * scenarios, who talk to the same person.
 */
@Scenario
@Order(7)
class DepartureTest {
  /** What an agency is promised, counted from the answer of the import. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String origin;
  private final Register register;
  private JavaDevice stays;
  private JavaDevice leaves;
  private boolean struckOff;

  DepartureTest(Origin origin) {
    this.origin = origin.url();
    this.register = new Register(this.origin);
  }

  @BeforeAll
  void twoPeopleTalk(@TempDir Path folder) {
    stays = JavaDevice.start(URI.create(origin), DemoPerson.HADDAD, folder.resolve("stays"));
    leaves = JavaDevice.start(URI.create(origin), DemoPerson.CARON, folder.resolve("leaves"));
  }

  @AfterAll
  void comeBack() {
    if (struckOff) {
      register.restore(DemoPerson.CARON);
    }
    stays.retire();
    leaves.close();
  }

  @Test
  void fiveSecondsAfterTheImportTokenDeviceStreamAndUploadAreWorthNothing() throws Exception {
    var room = stays.direct(leaves);
    leaves.sync();
    LiveAccess access =
        LiveAccess.of(origin, leaves, room, HeadlessLogin.accessToken(origin, DemoPerson.CARON));

    struckOff = true;
    register.strikeOff(DemoPerson.CARON);
    Map<String, Duration> refused =
        measure(
            Map.of(
                "token", access::isTokenRefused,
                "device", access::isDeviceRefused,
                "certificate", access::isCertificateRevoked,
                "key log", access::isKeyLogRefused,
                "delivery key", access::isDeliveryKeyRefused,
                "stream", access::isStreamClosed,
                "upload", access::isUploadRefused));

    System.out.println("Refused after the import answered: " + refused);
    assertThat(refused)
        .containsOnlyKeys(
            "certificate", "delivery key", "device", "key log", "stream", "token", "upload")
        .allSatisfy((what, after) -> assertThat(after).as(what).isLessThanOrEqualTo(PROMISED));
  }

  /** Asks each without pause, all at once, and answers when it first said yes. */
  private static Map<String, Duration> measure(Map<String, Callable<Boolean>> questions) {
    Map<String, Duration> yes = new ConcurrentSkipListMap<>();
    long begin = System.nanoTime();
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      questions.forEach(
          (what, question) ->
              askers.submit(
                  () -> {
                    await()
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(20))
                        .until(question);
                    yes.put(what, Duration.ofNanos(System.nanoTime() - begin));
                    return what;
                  }));
    }
    return yes;
  }
}
