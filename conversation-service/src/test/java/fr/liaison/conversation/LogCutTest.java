package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log is cut behind what everybody has, and whoever asks for what is gone is told so. */
@QuarkusTest
class LogCutTest extends AwayScene {
  private Device alice;
  private Device bob;
  private UUID id;

  /** Sequence 1 is the commit, 2 to 6 are messages, 7 is the newest commit. */
  @BeforeEach
  void aGroupOfTwo() {
    alice = enrol();
    bob = enrol();
    id = group(alice, bob);
    for (int i = 0; i < 5; i++) {
      assertThat(send(alice, id, 1).status()).isEqualTo(201);
    }
    commit();
  }

  private void commit() {
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of())).status())
        .isEqualTo(201);
  }

  private void bothHave(long sequence) {
    acknowledge(alice, id, sequence);
    acknowledge(bob, id, sequence);
  }

  private void assertThatItIsGone(Answer answer) {
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.code()).isEqualTo("resync-required");
    assertThat(answer.body().has("since")).isFalse();
  }

  @Test
  void whatEverybodyHasGoesUpToTheNewestCommit() {
    bothHave(7);

    agesAndIsCut(id);

    assertThat(firstKept(id)).isEqualTo(7);
    assertThatItIsGone(read(bob, id, 0));
    assertThatItIsGone(read(bob, id, 5));
    assertThat(read(bob, id, 6).body().path("entries").findValuesAsText("sequence"))
        .containsExactly("7");
    assertThat(read(bob, id, 7).body().path("caughtUp").asBoolean()).isTrue();
    assertThat(count("select count(*) from entry where conversation_id = $1", id)).isEqualTo(1);
    assertThat(count("select count(*) from commit_bundle where conversation_id = $1", id))
        .isEqualTo(1);
    assertThat(cuts()).containsExactlyInAnyOrder("1-3", "4-6");
  }

  private List<String> cuts() {
    return new ActReader()
            .read(
                "audit",
                one ->
                    one.path("action").asText().equals("log.cut")
                        && one.path("conversationId").asText().equals(id.toString()),
                2)
            .stream()
            .map(act -> act.path("details"))
            .map(cut -> cut.path("from").asText() + "-" + cut.path("to").asText())
            .toList();
  }

  @Test
  void whatSomebodyLacksStays() {
    acknowledge(alice, id, 7);
    acknowledge(bob, id, 3);

    agesAndIsCut(id);

    assertThat(firstKept(id)).isEqualTo(4);
    assertThat(read(bob, id, 3).body().path("entries")).hasSize(4);
  }

  @Test
  void whatIsYoungStays() {
    bothHave(7);

    cutLog.lookOnce();

    assertThat(firstKept(id)).isEqualTo(1);
  }

  @Test
  void aDormantOrRevokedDeviceIsNotWaitedFor() {
    Device carol = enrol();
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(carol), List.of())).status())
        .isEqualTo(201);
    acknowledge(alice, id, 8);
    becomesDormant(bob, id);
    revoke(carol);

    agesAndIsCut(id);

    assertThat(firstKept(id)).isEqualTo(8);
  }

  @Test
  void aDeviceBehindTheCutIsToldOnItsStreamAndReadsOnAfterEnteringAgain() {
    bothHave(7);
    agesAndIsCut(id);
    database.run(
        tx ->
            tx.update(
                "update member set delivered_up_to = 2 where conversation_id = $1"
                    + " and device_id = $2",
                id,
                bob.id()));
    try (StreamClient stream = connect(bob)) {
      assertThat(stream.frames("resync-required")).hasSize(1);
      assertThat(stream.frames("resync-required").getFirst().has("since")).isFalse();

      assertThat(join(bob, id).status()).isEqualTo(201);

      stream.await("entry", frame -> frame.path("sequence").asLong() == 8);
      assertThat(stream.sequences(id)).containsExactly(8L);
    }
    assertThat(read(bob, id, 0).body().path("entries").findValuesAsText("sequence"))
        .containsExactly("8");
  }

  @Test
  void whatWasSentBeforeTheCutIsNeverTakenTwice() {
    Map<String, Object> message = message(id, 2);
    var commit = bundle(alice, id, List.of(), List.of());
    assertThat(post(alice, messages(id), message).status()).isEqualTo(201);
    assertThat(post(alice, commits(id), commit).status()).isEqualTo(201);
    commit();
    bothHave(10);
    agesAndIsCut(id);
    assertThat(firstKept(id)).isEqualTo(10);

    assertThat(post(alice, messages(id), message).code()).isEqualTo("stale-epoch");
    assertThat(post(alice, commits(id), commit).code()).isEqualTo("stale-epoch");
  }

  @Test
  void aConversationThatGoesOnElsewhereIsCutToo() {
    bothHave(7);
    UUID successor = group(alice, bob);
    database.run(
        tx ->
            tx.update(
                "update conversation set state = 'succeeded', succeeded_by = $2 where id = $1",
                id,
                successor));

    agesAndIsCut(id);

    assertThat(firstKept(id)).isEqualTo(7);
    assertThat(read(bob, id, 6).status()).isEqualTo(200);
  }
}
