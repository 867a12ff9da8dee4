package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.test.TestServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Whoever commits when, and whatever dies meanwhile: one commit an epoch, whole or not at all, and
 * all members end up in the same group.
 */
@QuarkusTest
class ConvergenceTest extends ServiceScene {
  private static final int ATTEMPTS = 200;

  /** How often the database is killed; 200 for the long run. */
  private static final int KILLS = Integer.getInteger("liaison.kills", 4);

  @Test
  void ofTwoHundredConcurrentCommitsOneWinsEachEpochAndAllMembersConverge() throws Exception {
    List<Device> devices = List.of(enrol(), enrol(), enrol(), enrol(), enrol());
    UUID id = group(devices.get(0), devices.subList(1, 5).toArray(Device[]::new));
    List<Long> won = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < ATTEMPTS; i++) {
        Device device = devices.get(i % devices.size());
        answers.add(
            threads.submit(
                () -> post(device, commits(id), bundle(device, id, List.of(), List.of()))));
      }
      for (Future<Answer> answer : answers) {
        if (answer.get().status() == 201) {
          won.add(answer.get().body().path("epoch").asLong());
        } else {
          assertThat(answer.get().code()).isEqualTo("stale-epoch");
        }
      }
    }

    long last = 1 + won.size();
    assertThat(won).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    assertThat(get(devices.get(0), "/v1/conversations/" + id).body().path("epoch").asLong())
        .isEqualTo(last);
    assertThat(authenticators(id, devices)).hasSize(1);
    assertThat(groups.view(id, devices.get(0)).epoch()).isEqualTo(last);
    nothingIsHalf(id);
  }

  @Test
  void aKilledDatabaseLeavesNoHalfCommit() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Random random = new Random(42);
    for (int kill = 0; kill < KILLS; kill++) {
      CountDownLatch busy = new CountDownLatch(3);
      try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
        Future<Integer> commits = threads.submit(() -> commitUntilRefused(alice, id, busy));
        busy.await();
        Awaitility.await().pollDelay(Duration.ofMillis(random.nextInt(60) + 1)).until(() -> true);
        TestServer.postgres().kill();
        TestServer.postgres().start();
        assertThat(commits.get()).isPositive();
      }
      assertThat(authenticators(id, List.of(alice, bob))).hasSize(1);
      nothingIsHalf(id);
    }
  }

  /** One commit after the other; the one that got no answer is sent again until it gets one. */
  private int commitUntilRefused(Device device, UUID id, CountDownLatch busy) {
    for (int done = 1; ; done++) {
      Map<String, Object> bundle = bundle(device, id, List.of(), List.of());
      Answer answer = post(device, commits(id), bundle);
      if (answer.status() == 201) {
        busy.countDown();
        continue;
      }
      assertThat(answer.status()).isEqualTo(503);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> post(device, commits(id), bundle).status() == 201);
      return done;
    }
  }

  private Set<Bytes> authenticators(UUID id, List<Device> devices) {
    Set<Bytes> all = new HashSet<>();
    devices.forEach(device -> all.add(groups.view(id, device).epochAuthenticator()));
    return all;
  }

  /** Everything that becomes true with a commit is there as often as there were commits. */
  private void nothingIsHalf(UUID id) {
    Map<String, Long> counts = new ConcurrentHashMap<>();
    for (String table : List.of("group_state", "group_info")) {
      counts.put(table, count("select epoch from " + table + " where conversation_id = $1", id));
    }
    counts.put(
        "entries",
        count("select count(*) from entry where conversation_id = $1 and kind = 'commit'", id));
    counts.put("sequence", count("select last_sequence from conversation where id = $1", id));
    counts.put("last", count("select max(sequence) from entry where conversation_id = $1", id));
    assertThat(counts.values())
        .as("%s", counts)
        .containsOnly(count("select epoch from conversation where id = $1", id));
    int commits = counts.get("entries").intValue();
    // A kill may have the relay hand on an act twice; the audit log takes it once.
    assertThat(new ActReader().outcomesOf(id, "conversation.commit", commits))
        .hasSizeGreaterThanOrEqualTo(commits);
  }
}
