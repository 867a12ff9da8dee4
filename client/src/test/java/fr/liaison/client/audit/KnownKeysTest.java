package fr.liaison.client.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.liaison.client.api.AuditApi;
import fr.liaison.client.device.DeviceKey;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a device may be let in, asked of a log that may cheat. */
class KnownKeysTest {
  private static final String NATIONAL_ID = "810000000002";

  private final UUID device = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final Bytes key = DeviceKey.generate().publicKey();
  private final DeviceClaim claim = DeviceClaim.of(device, person, NATIONAL_ID, key);
  private final List<Duration> waits = new ArrayList<>();
  private final Map<String, TestLog> forks = new HashMap<>();
  private TestLog log = new TestLog();
  private UnaryOperator<String> tamper = UnaryOperator.identity();
  private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private int asked;
  private boolean down;
  private Runnable onAsk = () -> {};
  private Store store;
  private TestGateway gateway;
  private KnownKeys keys;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    store = ((StoreOpening.Opened) new StateFolder(folder).open()).store();
    gateway = TestGateway.answering(this::answer);
    Http http =
        new Http(HttpSettings.of(gateway.origin()), refused -> new Answer.Done<>("t"), waits::add);
    keys = new KnownKeys(store, new AuditApi(http), waits::add, () -> now);
  }

  @AfterEach
  void close() {
    gateway.close();
    store.close();
  }

  @Test
  void aLoggedKeyIsNotAskedForAgainWhileItsProofIsFresh() {
    others(5);
    bind(key);
    others(2);

    assertThat(keys.admits(claim)).isTrue();
    assertThat(keys.admits(claim)).isTrue();
    assertThat(asked).isEqualTo(1);
    DeviceClaim second = DeviceClaim.of(device, person, NATIONAL_ID, other());
    assertThat(keys.admits(second)).as("another key of the same device").isFalse();
  }

  @Test
  void aKeyThatWasProvenAndRevokedSinceIsRefusedOnceTheProofHasAged() {
    bind(key);
    assertThat(keys.admits(claim)).isTrue();
    log.revoke(device.toString(), person.toString());
    now = now.plus(Duration.ofHours(11));
    assertThat(keys.admits(claim)).as("while the proof is fresh").isTrue();

    now = now.plus(Duration.ofHours(2));

    assertThat(keys.admits(claim)).isFalse();
  }

  @Test
  void anOldProofStandsWhileTheLogIsSilent() {
    bind(key);
    assertThat(keys.admits(claim)).isTrue();
    now = now.plus(Duration.ofDays(2));
    down = true;

    assertThat(keys.admits(claim)).isTrue();
    assertThat(waits).isEmpty();
  }

  @Test
  void manyAreAskedAboutAtOnceAndEachOnce() {
    List<DeviceClaim> many = IntStream.range(0, 40).mapToObj(one -> known()).toList();
    CountDownLatch together = new CountDownLatch(2);
    onAsk =
        () -> {
          together.countDown();
          awaits(together);
        };

    Map<UUID, KnownKeys.Standing> found = keys.look(many);

    assertThat(found.values()).hasSize(40).containsOnly(KnownKeys.Standing.PROVEN);
    assertThat(together.getCount()).isZero();
  }

  @Test
  void aRevocationDecidesWithoutWaitingForTheOthers() {
    bind(key);
    log.revoke(device.toString(), person.toString());
    DeviceClaim never = DeviceClaim.of(UUID.randomUUID(), person, NATIONAL_ID, key);

    Map<UUID, KnownKeys.Standing> found = keys.look(List.of(claim, never), List.of(), true);

    assertThat(found.get(device)).isEqualTo(KnownKeys.Standing.REFUSED);
    assertThat(found.get(never.device())).isNotEqualTo(KnownKeys.Standing.PROVEN);
    assertThat(waits).isEmpty();
  }

  @Test
  void aLogThatNeverAnswersIsGivenUpAtOneDeadlineForAllAndTakesNoProofAway() {
    bind(key);
    assertThat(keys.admits(claim)).isTrue();
    now = now.plus(Duration.ofDays(2));
    CountDownLatch end = new CountDownLatch(1);
    onAsk = () -> awaits(end);
    List<DeviceClaim> many = new ArrayList<>(List.of(claim));
    IntStream.range(0, 30)
        .mapToObj(one -> DeviceClaim.of(UUID.randomUUID(), person, NATIONAL_ID, key))
        .forEach(many::add);
    long begun = System.nanoTime();

    Map<UUID, KnownKeys.Standing> found = keys.look(many, List.of(), true);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    assertThat(found.remove(device)).isEqualTo(KnownKeys.Standing.PROVEN);
    assertThat(found.values()).hasSize(30).containsOnly(KnownKeys.Standing.SILENT);
    end.countDown();
  }

  @Test
  void twoHeadsThatDoNotGoOnFromEachOtherAreNeverBothBelieved() {
    others(4);
    bind(key);
    TestLog fork = new TestLog();
    fork.signer = log.signer;
    DeviceClaim hidden = DeviceClaim.of(UUID.randomUUID(), person, NATIONAL_ID, key);
    fork.bind(hidden.device().toString(), person.toString(), NATIONAL_ID, key);
    for (int i = 0; i < 9; i++) {
      fork.bind(UUID.randomUUID().toString(), person.toString(), NATIONAL_ID, key);
    }
    forks.put(hidden.device().toString(), fork);

    Map<UUID, KnownKeys.Standing> found = keys.look(List.of(claim, hidden));

    assertThat(found.values())
        .containsExactlyInAnyOrder(KnownKeys.Standing.PROVEN, KnownKeys.Standing.REFUSED);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      var _ = latch.await(120, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aDeviceThatWasNeverLoggedIsWaitedForAndRefused() {
    others(3);

    assertThat(keys.admits(claim)).isFalse();
    assertThat(waits).hasSize(4);
  }

  @Test
  void aDeviceIsLetInOnceItsEntryHasCome() {
    onAsk =
        () -> {
          if (asked == 2) {
            bind(key);
          }
        };

    assertThat(keys.admits(claim)).isTrue();
    assertThat(waits).hasSize(1);
  }

  @Test
  void anotherKeyPersonOrDirectoryEntryIsRefused() {
    bind(other());
    assertThat(keys.admits(claim)).isFalse();

    bind(key);
    assertThat(keys.admits(claim)).as("one of two keys").isFalse();

    log.entries.clear();
    log.bind(device.toString(), person.toString(), "899", key);
    assertThat(fresh().admits(claim)).isFalse();

    log.entries.clear();
    log.bind(device.toString(), UUID.randomUUID().toString(), NATIONAL_ID, key);
    assertThat(fresh().admits(claim)).isFalse();
  }

  @Test
  void aHolderWhoseNumberChangedIsKnownByBoth() {
    bind(key);
    assertThat(keys.admits(claim)).isTrue();
    DeviceClaim renumbered = DeviceClaim.of(device, person, "899", key);
    assertThat(fresh().admits(renumbered)).as("a number the log does not name").isFalse();

    log.bind(device.toString(), person.toString(), "899", key);

    KnownKeys again = fresh();
    assertThat(again.admits(renumbered)).isTrue();
    assertThat(again.admits(claim)).isTrue();
  }

  @Test
  void aRevokedDeviceIsRefused() {
    bind(key);
    log.revoke(device.toString(), person.toString());

    assertThat(keys.admits(claim)).isFalse();
  }

  @Test
  void aTamperedOpeningIsRefused() {
    bind(other());
    TestLog.Entry honest = log.entries.getFirst();
    TestLog wanted = new TestLog();
    wanted.bind(device.toString(), person.toString(), NATIONAL_ID, key);
    TestLog.Entry forged = wanted.entries.getFirst();
    Bytes root = Merkle.leafHash(honest.leaf().toArray());
    assertThat(root).isNotEqualTo(Merkle.leafHash(forged.leaf().toArray()));

    log.entries.set(
        0, new TestLog.Entry(honest.device(), honest.leaf(), forged.salt(), forged.payload()));
    assertThat(keys.admits(claim)).as("another payload for the leaf").isFalse();
    log.entries.set(0, honest);
    tamper = answer -> answer.replace(proofOf(log), proofOf(wanted));
    assertThat(keys.admits(claim)).as("a proof from another log").isFalse();
  }

  @Test
  void aCheckpointByAnotherKeyThanThePinnedOneIsRefused() {
    others(2);
    assertThat(keys.admits(known())).isTrue();
    bind(key);
    log.signer = DeviceKey.generate();

    assertThat(keys.admits(claim)).isFalse();
  }

  @Test
  void aSmallerTreeAnotherPastAndAMissingConsistencyProofAreRefused() {
    others(4);
    assertThat(keys.admits(known())).isTrue();
    List<TestLog.Entry> before = List.copyOf(log.entries);

    log.entries.clear();
    bind(key);
    assertThat(keys.admits(claim)).as("smaller").isFalse();
    others(4);
    assertThat(keys.admits(claim)).as("the same size").isFalse();
    others(4);
    assertThat(keys.admits(claim)).as("larger with another past").isFalse();

    log.entries.clear();
    log.entries.addAll(before);
    others(3);
    bind(key);
    tamper = answer -> answer.replaceFirst("\"consistency\":\\[[^]]*]", "\"consistency\":[]");
    assertThat(keys.admits(claim)).as("without proof").isFalse();
    tamper = UnaryOperator.identity();
    assertThat(keys.admits(claim)).as("with proof").isTrue();
  }

  @Test
  void everyLaterTreeIsTakenAsTheContinuationItIs() {
    for (int size = 0; size < 20; size++) {
      assertThat(keys.admits(known())).isTrue();
      others(size % 3);
    }
  }

  @Test
  void aLogThatIsOutOfReachOrTalksNonsenseIsANo() {
    bind(key);
    for (String bad :
        List.of(
            "{}",
            "[]",
            "null",
            "{\"checkpoint\":\"\\n\\n\",\"items\":[]}",
            "{\"checkpoint\":null,\"consistency\":[null],\"items\":[null,{}]}")) {
      tamper = answer -> bad;
      assertThat(keys.admits(claim)).as(bad).isFalse();
    }
    tamper = UnaryOperator.identity();
    down = true;
    assertThat(keys.admits(claim)).isFalse();
    down = false;
    assertThat(keys.admits(claim)).isTrue();
  }

  /** A device that is logged now. */
  private DeviceClaim known() {
    UUID one = UUID.randomUUID();
    log.bind(one.toString(), person.toString(), NATIONAL_ID, key);
    return DeviceClaim.of(one, person, NATIONAL_ID, key);
  }

  private void bind(Bytes signatureKey) {
    log.bind(device.toString(), person.toString(), NATIONAL_ID, signatureKey);
  }

  private void others(int count) {
    for (int i = 0; i < count; i++) {
      log.bind(UUID.randomUUID().toString(), person.toString(), NATIONAL_ID, key);
    }
  }

  private static Bytes other() {
    return DeviceKey.generate().publicKey();
  }

  /** As a program that begins anew; the earlier answers proved no key. */
  private KnownKeys fresh() {
    store.change(
        transaction -> {
          Settings.AUDIT_CHECKPOINT.forget(transaction);
          Settings.AUDIT_LOG_KEY.forget(transaction);
        });
    return keys;
  }

  private String proofOf(TestLog any) {
    String json = json(any.of(device.toString(), 0).items().getFirst().proof());
    return json.substring(0, json.indexOf("\\n\\n"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (down) {
      TestGateway.json(exchange, 500, "{}");
    } else if (path.endsWith("/log/key")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(log.key().getBytes(StandardCharsets.UTF_8));
    } else {
      synchronized (this) {
        asked++;
      }
      onAsk.run();
      String wanted = path.substring(path.lastIndexOf('/') + 1);
      String query = exchange.getRequestURI().getQuery();
      long since = Long.parseLong(query.replace("since=", ""));
      TestGateway.json(
          exchange, 200, tamper.apply(json(forks.getOrDefault(wanted, log).of(wanted, since))));
    }
  }

  private static String json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }
}
