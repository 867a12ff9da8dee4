package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a removed device still gets: the log up to the commit that removed it, and no more. */
@QuarkusTest
class DepartureTest extends ServiceScene {
  private Device alice;
  private Device bob;
  private Device carol;
  private UUID id;

  @BeforeEach
  void aGroupOfThree() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
    id = group(alice, bob, carol);
  }

  private void removeCarol() {
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(carol))).status())
        .isEqualTo(201);
  }

  private void bobReads(long sequence) {
    Answer moved = post(bob, "/v1/conversations/" + id + "/receipts", Map.of("readUpTo", sequence));
    assertThat(moved.status()).isEqualTo(204);
  }

  /** Something else of another conversation, after which nothing earlier is still under way. */
  private void sentinel(StreamClient stream) {
    UUID other = group(alice, carol);
    stream.await("conversation", f -> f.path("conversationId").asText().equals(other.toString()));
    Answer read = post(alice, "/v1/conversations/" + other + "/receipts", Map.of("readUpTo", 1));
    assertThat(read.status()).isEqualTo(204);
    stream.await("receipt", f -> f.path("conversationId").asText().equals(other.toString()));
  }

  private List<JsonNode> about(StreamClient stream, String type) {
    return stream.frames(type).stream()
        .filter(frame -> frame.path("conversationId").asText().equals(id.toString()))
        .toList();
  }

  @Test
  void anOpenStreamIsToldNeitherMarksNorRostersAfterTheRemovingCommit() {
    try (StreamClient stream = connect(carol)) {
      removeCarol();
      stream.await("entry", frame -> frame.path("sequence").asLong() == 2);

      bobReads(2);
      Device dave = enrol();
      assertThat(post(alice, commits(id), bundle(alice, id, List.of(dave), List.of())).status())
          .isEqualTo(201);
      sentinel(stream);

      assertThat(about(stream, "receipt")).isEmpty();
      assertThat(about(stream, "conversation")).isEmpty();
      assertThat(stream.sequences(id)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aReconnectionBeforeTheRemovalIsAcknowledgedBringsTheLogAndNoMarks() {
    removeCarol();
    try (StreamClient stream = connect(carol)) {
      assertThat(stream.sequences(id)).containsExactly(1L, 2L);

      bobReads(2);
      sentinel(stream);

      assertThat(about(stream, "receipt")).isEmpty();
      stream.ack(id, 2);
      await().untilAsserted(() -> assertThat(delivered(carol)).isEqualTo(2));
    }
  }

  @Test
  void aDevicePutInAgainOnItsOpenStreamGetsMarksAgain() {
    try (StreamClient stream = connect(carol)) {
      removeCarol();
      stream.await("entry", frame -> frame.path("sequence").asLong() == 2);
      assertThat(post(alice, commits(id), bundle(alice, id, List.of(carol), List.of())).status())
          .isEqualTo(201);
      stream.await("entry", frame -> frame.path("sequence").asLong() == 3);

      bobReads(3);

      stream.await("receipt", frame -> frame.path("readUpTo").asLong() == 3);
      assertThat(about(stream, "conversation")).isNotEmpty();
    }
  }

  @Test
  void aRemovedDevicesMarksStopAtTheRemovingCommit() {
    removeCarol();
    send(alice, id, 2);

    Answer moved = post(carol, "/v1/conversations/" + id + "/receipts", Map.of("readUpTo", 99));

    assertThat(moved.status()).isEqualTo(204);
    assertThat(delivered(carol)).isEqualTo(2);
    assertThat(
            count(
                "select read_up_to from member where conversation_id = $1 and device_id = $2",
                id,
                carol.id()))
        .isEqualTo(2);
  }

  @Test
  void aPageReadWhileTheDeviceIsRemovedEndsWhereItsMembershipWasSeenToEnd() {
    CompletableFuture<Answer> page = new CompletableFuture<>();
    database.run(
        tx -> {
          // Readers of the log wait here, so that the removal falls into the middle of the reading.
          tx.update("lock table conversation in access exclusive mode");
          Thread.ofVirtual()
              .start(() -> page.complete(get(carol, "/v1/conversations/" + id + "/log")));
          await()
              .until(
                  () ->
                      count(
                              "select count(*) from pg_locks where not granted"
                                  + " and relation = 'conversation'::regclass")
                          > 0);
          tx.update(
              "insert into entry select $1, n, 'message', 2, $2, now(), 'routine',"
                  + " sha256(n::text::bytea), 'x' from generate_series(2, 5) as n",
              id,
              alice.id());
          tx.update(
              "update member set left_sequence = 2 where conversation_id = $1 and device_id = $2",
              id,
              carol.id());
          tx.update("update conversation set last_sequence = 5 where id = $1", id);
        });

    assertThat(page.join().body().path("entries").findValuesAsText("sequence"))
        .isSubsetOf("1", "2");
  }

  private long delivered(Device device) {
    return count(
        "select delivered_up_to from member where conversation_id = $1 and device_id = $2",
        id,
        device.id());
  }
}
