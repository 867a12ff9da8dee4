package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is away for too long gets nothing of the conversation before entering it again. */
@QuarkusTest
class DormancyTest extends AwayScene {
  private Device alice;
  private Device bob;
  private UUID id;

  @BeforeEach
  void aGroupOfTwo() {
    alice = enrol();
    bob = enrol();
    id = group(alice, bob);
  }

  private JsonNode memberOf(Device device) {
    for (JsonNode member : get(alice, "/v1/conversations/" + id).body().path("members")) {
      if (member.path("deviceId").asText().equals(device.id().toString())) {
        return member;
      }
    }
    throw new AssertionError("not in the roster");
  }

  @Test
  void whoeverWasAwayIsDeclaredOnceAndTheOthersSeeSinceWhen() {
    isAway(bob);
    try (StreamClient stream = connect(alice)) {
      declareDormant.lookOnce();
      declareDormant.lookOnce();

      stream.await("conversation", f -> f.path("conversationId").asText().equals(id.toString()));
    }
    assertThat(Instant.parse(memberOf(bob).path("dormantSince").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    assertThat(memberOf(alice).has("dormantSince")).isFalse();
    assertThat(new ActReader().outcomesOf(id, "member.dormant", 1)).hasSize(1);
  }

  @Test
  void whoeverWasSeenOrCameInLatelyIsNot() {
    isAway(bob);
    assertThat(read(bob, id, 0).status()).isEqualTo(200);
    Device carol = enrol();
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(carol), List.of())).status())
        .isEqualTo(201);
    // Read an instant ago: noted on this instance, so that only the table can be old.
    database.run(
        tx ->
            tx.update(
                "insert into device_seen values ($1, now()) on conflict (device_id)"
                    + " do update set seen_at = now()",
                bob.id()));

    declareDormant.lookOnce();

    assertThat(isDormant(bob, id)).isFalse();
    assertThat(isDormant(carol, id)).isFalse();
  }

  @Test
  void aRevokedDeviceIsLeftToItsRemoval() {
    isAway(bob);
    revoke(bob);

    declareDormant.lookOnce();

    assertThat(isDormant(bob, id)).isFalse();
  }

  @Test
  void aDormantDeviceNeitherReadsNorSendsNorCommitsAndIsToldSinceWhen() {
    var commit = bundle(bob, id, List.of(), List.of());
    becomesDormant(bob, id);
    String since = memberOf(bob).path("dormantSince").asText();

    List<Answer> refused =
        List.of(read(bob, id, 0), send(bob, id, 1), post(bob, commits(id), commit));

    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(410);
              assertThat(answer.code()).isEqualTo("resync-required");
              assertThat(answer.body().path("since").asText()).isEqualTo(since);
            });
    acknowledge(bob, id, 1);
    assertThat(send(alice, id, 1).status()).isEqualTo(201);
  }

  @Test
  void aDormantMembershipIsNotStreamedWhileTheRestGoesOn() {
    becomesDormant(bob, id);
    UUID other = group(alice, bob);
    try (StreamClient stream = connect(bob)) {
      send(alice, id, 1);
      send(alice, other, 1);
      stream.await("entry", frame -> frame.path("sequence").asLong() == 2);

      assertThat(stream.sequences(id)).isEmpty();
      assertThat(stream.sequences(other)).containsExactly(1L, 2L);
      assertThat(stream.frames("resync-required")).hasSize(1);
      JsonNode frame = stream.frames("resync-required").getFirst();
      assertThat(frame.path("conversationId").asText()).isEqualTo(id.toString());
      assertThat(frame.path("since").asText())
          .isEqualTo(memberOf(bob).path("dormantSince").asText());

      assertThat(join(bob, id).status()).isEqualTo(201);
      stream.await(
          "entry",
          entry ->
              entry.path("conversationId").asText().equals(id.toString())
                  && entry.path("sequence").asLong() == 3);
      assertThat(stream.sequences(id)).containsExactly(3L);
    }
  }

  @Test
  void enteringAgainEndsItAndTheDeviceReadsFromThereOn() {
    becomesDormant(bob, id);
    assertThat(send(alice, id, 1).status()).isEqualTo(201);

    assertThat(join(bob, id).status()).isEqualTo(201);

    assertThat(memberOf(bob).has("dormantSince")).isFalse();
    assertThat(read(bob, id, 0).body().path("entries").findValuesAsText("sequence"))
        .containsExactly("3");
    assertThat(send(bob, id, 2).status()).isEqualTo(201);
    assertThat(new ActReader().outcomesOf(id, "member.resync", 1)).hasSize(1);
    declareDormant.lookOnce();
    assertThat(isDormant(bob, id)).isFalse();
  }

  @Test
  void aDormantDeviceThatIsPutOutAndInAgainTakesPart() {
    becomesDormant(bob, id);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(bob))).status())
        .isEqualTo(201);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(bob), List.of())).status())
        .isEqualTo(201);

    assertThat(send(bob, id, 3).status()).isEqualTo(201);
    assertThat(read(bob, id, 0).status()).isEqualTo(200);
  }
}
