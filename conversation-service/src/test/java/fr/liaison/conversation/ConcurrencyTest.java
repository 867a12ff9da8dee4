package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.test.LeakCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What many do at the same moment comes out as if one had done it after the other. */
@QuarkusTest
class ConcurrencyTest extends ServiceScene {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void fiftyConcurrentSendsGetFiftySequencesWithoutAGap() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    List<Answer> answers = together(50, i -> () -> send(i % 2 == 0 ? alice : bob, id, 1));
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(a -> a.body().path("sequence").asLong()).sorted().toList())
        .isEqualTo(LongStream.rangeClosed(2, 51).boxed().toList());
    List<String> read = new ArrayList<>();
    for (JsonNode entry :
        get(bob, "/v1/conversations/" + id + "/log?after=1").body().path("entries")) {
      read.add(entry.path("sequence").asText());
    }
    assertThat(read).isEqualTo(LongStream.rangeClosed(2, 51).mapToObj(Long::toString).toList());
  }

  @Test
  void aStoredMessageSentAgainByManyAtOnceGetsItsFirstAnswerWithItsNeighboursUnharmed()
      throws Exception {
    Device alice = enrol();
    UUID id = group(alice, enrol());
    Map<String, Object> stored = message(id, 1);
    Answer first = post(alice, messages(id), stored);
    List<Answer> answers =
        together(
            200, i -> () -> i % 4 == 0 ? send(alice, id, 1) : post(alice, messages(id), stored));
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().filter(answer -> answer.body().equals(first.body()))).hasSize(150);
    assertThat(answers.stream().map(a -> a.body().path("sequence").asLong()).sorted().distinct())
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 52).boxed().toList());
    assertThat(leaks.lines()).noneMatch(line -> line.contains("A batch failed"));
  }

  @Test
  void ofFortyConcurrentCommitsOnOneEpochExactlyOneWins() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    List<Device> committers =
        IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? alice : bob).toList();
    List<Map<String, Object>> bundles =
        committers.stream().map(one -> bundle(one, id, List.of(), List.of())).toList();
    List<Answer> answers =
        together(40, i -> () -> post(committers.get(i), commits(id), bundles.get(i)));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .hasSize(39)
        .allMatch(answer -> answer.code().equals("stale-epoch"))
        .allMatch(answer -> answer.body().path("currentEpoch").asLong() == 2)
        .allMatch(answer -> answer.body().path("lastSequence").asLong() == 2);
    assertThat(get(alice, "/v1/conversations/" + id).body().path("epoch").asLong()).isEqualTo(2);
  }

  @Test
  void commitsAndMessagesOfOneConversationShareOneSequence() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    together(
        30,
        i ->
            () ->
                i % 10 == 0
                    ? post(alice, commits(id), bundle(alice, id, List.of(), List.of()))
                    : send(bob, id, 1));
    List<Long> sequences = new ArrayList<>();
    long epoch = 0;
    for (JsonNode entry : get(bob, "/v1/conversations/" + id + "/log").body().path("entries")) {
      sequences.add(entry.path("sequence").asLong());
      assertThat(entry.path("epoch").asLong()).isGreaterThanOrEqualTo(epoch);
      epoch = entry.path("epoch").asLong();
    }
    assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
  }

  @Test
  void concurrentClaimsNeverHandOutTheSameKeyPackage() throws Exception {
    Device bob = enrol();
    List<String> pool =
        IntStream.range(0, 20)
            .mapToObj(i -> TestGroups.base64(bob.keyPackage().message()))
            .toList();
    String lastResort = TestGroups.base64(bob.keyPackage().message());
    assertThat(
            post(bob, "/v1/key-packages", Map.of("keyPackages", pool, "lastResort", lastResort))
                .body()
                .path("available")
                .asInt())
        .isEqualTo(20);
    List<Device> claimants = IntStream.range(0, 25).mapToObj(i -> enrol()).toList();
    List<Answer> answers =
        together(
            25,
            i ->
                () ->
                    post(
                        claimants.get(i),
                        "/v1/key-package-claims",
                        Map.of("practitionerIds", List.of(bob.practitioner()))));
    Set<String> handedOut = ConcurrentHashMap.newKeySet();
    int fallbacks = 0;
    for (Answer answer : answers) {
      JsonNode device = answer.body().path("devices").path(0);
      if (device.path("status").asText().equals("ok")) {
        assertThat(handedOut.add(device.path("keyPackage").asText())).isTrue();
      } else {
        assertThat(device.path("status").asText()).isEqualTo("lastResort");
        assertThat(device.path("keyPackage").asText()).isEqualTo(lastResort);
        fallbacks++;
      }
    }
    assertThat(pool).containsAll(handedOut);
    assertThat(handedOut.size() + fallbacks).isEqualTo(25);
    assertThat(fallbacks).isGreaterThanOrEqualTo(5);
  }

  private interface Numbered<T> {
    Callable<T> of(int number);
  }

  private static <T> List<T> together(int count, Numbered<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(work.of(i)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
