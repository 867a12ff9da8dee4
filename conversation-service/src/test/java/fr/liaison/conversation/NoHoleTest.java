package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Whatever is sent, acknowledged, slept through and cut: nobody is ever handed a page with a hole.
 */
@QuarkusTest
class NoHoleTest extends AwayScene {
  private static final int STEPS = 60;

  @RepeatedTest(3)
  void everyReadingIsWholeOrRefused(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Device alice = enrol();
    List<Device> others = List.of(enrol(), enrol());
    List<Device> all = List.of(alice, others.get(0), others.get(1));
    UUID id = group(alice, others.get(0), others.get(1));
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      Device other = others.get(random.nextInt(2));
      switch (random.nextInt(7)) {
        case 0, 1 -> send(all.get(random.nextInt(3)), id, epoch(id));
        case 2 -> post(alice, commits(id), bundle(alice, id, List.of(), List.of()));
        case 3 -> all.forEach(one -> acknowledge(one, id, random.nextLong(last(id) + 1)));
        case 4 -> agesAndIsCut(id);
        case 5 -> {
          isAway(other);
          declareDormant.lookOnce();
        }
        default -> enterAgain(other, id);
      }
      for (Device one : all) {
        refused += readsWholeOrIsRefused(one, id, random.nextLong(last(id) + 1));
      }
    }
    assertThat(refused).as("refusals, of which there must be some").isPositive();
    assertThat(firstKept(id)).isGreaterThan(1);
    all.forEach(one -> streamsWholeOrIsTold(one, id));
  }

  private void enterAgain(Device device, UUID id) {
    database.run(tx -> tx.update("delete from join_window where device_id = $1", device.id()));
    assertThat(join(device, id).status()).isEqualTo(201);
  }

  private int readsWholeOrIsRefused(Device device, UUID id, long after) {
    Answer answer = get(device, "/v1/conversations/" + id + "/log?limit=4&after=" + after);
    if (answer.status() == 410) {
      assertThat(answer.code()).isEqualTo("resync-required");
      return 1;
    }
    assertThat(answer.status()).isEqualTo(200);
    long from = Math.max(after, first(device, id) - 1);
    List<Long> sequences =
        answer.body().path("entries").findValues("sequence").stream()
            .map(JsonNode::asLong)
            .toList();
    assertThat(sequences)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(from + 1, from + Math.min(4, last(id) - from)).boxed().toList());
    return 0;
  }

  private void streamsWholeOrIsTold(Device device, UUID id) {
    long begins =
        count(
                "select greatest(delivered_up_to, first_sequence - 1) from member"
                    + " where conversation_id = $1 and device_id = $2",
                id,
                device.id())
            + 1;
    try (StreamClient stream = connect(device)) {
      if (stream.frames("resync-required").isEmpty()) {
        assertThat(stream.sequences(id))
            .containsExactlyElementsOf(LongStream.rangeClosed(begins, last(id)).boxed().toList());
      } else {
        assertThat(stream.sequences(id)).isEmpty();
      }
    }
  }

  private long first(Device device, UUID id) {
    return count(
        "select first_sequence from member where conversation_id = $1 and device_id = $2",
        id,
        device.id());
  }

  private long last(UUID id) {
    return count("select last_sequence from conversation where id = $1", id);
  }

  private long epoch(UUID id) {
    return count("select epoch from conversation where id = $1", id);
  }
}
