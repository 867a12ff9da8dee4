package fr.liaison.audit.log;

import static fr.liaison.audit.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.Acts;
import fr.liaison.audit.AuditTopic;
import fr.liaison.audit.LogProbe;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.kit.database.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppendActsTest {

  @Inject LogProbe log;

  @Test
  void everyActDeliveredTwiceIsInTheLogOnce() {
    long seed = System.nanoTime();
    List<ActRecorded> acts = Acts.many(500);
    List<ActRecorded> deliveries = new ArrayList<>(acts);
    deliveries.addAll(acts);
    Collections.shuffle(deliveries, new Random(seed));
    ActRecorded last = Acts.act();

    try (AuditTopic topic = new AuditTopic()) {
      deliveries.forEach(topic::send);
      topic.send(last);
      eventually(() -> assertThat(log.indices(List.of(last))).hasSize(1));
      eventually(() -> assertThat(log.indices(acts)).as("seed %d", seed).hasSize(500));
    }

    assertThat(log.gapFree()).isTrue();
  }

  @Test
  void anActRepeatedWithinABatchAndLaterHasOnePlace() {
    ActRecorded act = Acts.act();

    log.append(List.of(act, act));
    log.append(List.of(act));

    assertThat(log.indices(List.of(act))).hasSize(1);
    assertThat(log.gapFree()).isTrue();
  }

  @Test
  void writersAtTheSameTimeShareOneSequenceWithoutGaps() throws Exception {
    List<ActRecorded> acts = Acts.many(400);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int from = 0; from < 400; from += 25) {
      // Neighbours overlap, so that two writers race for the same acts.
      List<ActRecorded> batch = acts.subList(from, Math.min(400, from + 40));
      writers.add(
          () -> {
            log.append(batch);
            return true;
          });
    }
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> result : pool.invokeAll(writers)) {
        result.get();
      }
    }

    assertThat(log.indices(acts)).hasSize(400).doesNotHaveDuplicates();
    assertThat(log.gapFree()).isTrue();
  }

  @Test
  void aBatchKilledHalfWayLeavesNothingAndIsTakenWholeTheNextTime() {
    List<ActRecorded> acts = Acts.many(300);

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> log.appendAndDie(acts)).isInstanceOf(IllegalStateException.class);
      assertThat(log.indices(acts)).isEmpty();
      assertThat(log.gapFree()).isTrue();
    }
    log.append(acts);

    List<Long> indices = log.indices(acts);
    assertThat(indices)
        .containsExactlyElementsOf(
            LongStream.range(indices.getFirst(), indices.getFirst() + 300).boxed().toList());
    assertThat(log.gapFree()).isTrue();
  }

  @Test
  void tenThousandActsInOneBatchAreIntegrated() {
    List<ActRecorded> acts = Acts.many(10_000);

    log.append(acts);

    assertThat(log.indices(acts)).hasSize(10_000);
    assertThat(log.gapFree()).isTrue();
  }

  @Test
  void aMalformedActIsSetAsideAndThoseBehindItGoOn() {
    UUID key = Uuid7.next();
    String unreadable = "{\"actId\":\"" + key + "\",\"time\":\"yesterday\"}";
    String incomplete = "{\"actId\":\"" + key + "\",\"details\":{}}";
    List<ActRecorded> before = Acts.many(20);
    List<ActRecorded> after = Acts.many(20);

    try (AuditTopic topic = new AuditTopic()) {
      before.forEach(topic::send);
      topic.send(key, unreadable);
      topic.send(Uuid7.next(), incomplete);
      topic.send(key, "not even JSON");
      after.forEach(topic::send);

      eventually(() -> assertThat(log.indices(before)).hasSize(20));
      eventually(() -> assertThat(log.indices(after)).hasSize(20));
      eventually(
          () -> assertThat(topic.deadLetters()).contains(unreadable, incomplete, "not even JSON"));
    }
    assertThat(log.gapFree()).isTrue();
  }
}
