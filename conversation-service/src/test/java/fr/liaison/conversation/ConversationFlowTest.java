package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Opening, committing, sending and reading, one request at a time. */
@QuarkusTest
class ConversationFlowTest extends ServiceScene {

  @Test
  void twoPersonsOpenWriteAndRead() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(alice, id, "direct");
    opening.put("commit", bundle(alice, id, List.of(bob), List.of()));

    Answer opened = post(alice, "/v1/conversations", opening);

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.body().path("epoch").asLong()).isEqualTo(1);
    assertThat(opened.body().path("members")).hasSize(2);
    Answer sent = send(alice, id, 1);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.body().path("sequence").asLong()).isEqualTo(2);
    Answer log = get(bob, "/v1/conversations/" + id + "/log");
    assertThat(log.body().path("caughtUp").asBoolean()).isTrue();
    assertThat(log.body().path("entries").findValuesAsText("kind"))
        .containsExactly("commit", "message");
    assertThat(get(bob, "/v1/welcomes").body().path("items")).hasSize(1);
    assertThat(get(alice, "/v1/welcomes").body().path("items")).isEmpty();
    assertThat(get(bob, "/v1/conversations/" + id + "/group-info").body().path("epoch").asLong())
        .isEqualTo(1);
    assertThat(get(bob, "/v1/conversations").body().path("items")).hasSize(1);
  }

  @Test
  void everyActLeavesARowForTheAuditLog() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    send(alice, id, 1);
    get(bob, "/v1/conversations/" + id + "/log");
    // The relay may already have handed rows on, so the acts are read where they arrive: in Kafka.
    assertThat(new ActReader().actionsOf(id, 5))
        .contains(
            "conversation.create",
            "conversation.commit",
            "member.add",
            "message.send",
            "history.read");
  }

  @Test
  void theSameOpeningTwiceIsOneConversation() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(alice, id, "group");
    opening.put("commit", bundle(alice, id, List.of(bob), List.of()));
    Answer first = post(alice, "/v1/conversations", opening);
    Answer again = post(alice, "/v1/conversations", opening);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(post(bob, "/v1/conversations", opening).code()).isEqualTo("conflict");
  }

  @Test
  void anOpeningWhoseCommitIsRefusedLeavesNothingBehind() {
    Device alice = enrol();
    Device stranger = Device.of(UUID.randomUUID());
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(alice, id, "group");
    opening.put("commit", bundle(alice, id, List.of(stranger), List.of()));
    Answer refused = post(alice, "/v1/conversations", opening);
    assertThat(refused.code()).isEqualTo("malformed-mls");
    assertThat(refused.body().path("reason").asText()).isEqualTo("credential");
    assertThat(get(alice, "/v1/conversations/" + id).status()).isEqualTo(404);
  }

  @Test
  void aDirectConversationHoldsTwoPersonsAndNoThird() {
    Device alice = enrol();
    Device bob = enrol();
    Device bobsTablet = enrol(bob.practitioner());
    Device carol = enrol();
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(alice, id, "direct");
    opening.put("commit", bundle(alice, id, List.of(bob), List.of()));
    assertThat(post(alice, "/v1/conversations", opening).status()).isEqualTo(201);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(bobsTablet), List.of())).status())
        .isEqualTo(201);
    Answer third = post(alice, commits(id), bundle(alice, id, List.of(carol), List.of()));
    assertThat(third.status()).isEqualTo(422);
    assertThat(third.body().path("rule").asText()).isEqualTo("two-persons-only");
    UUID alone = UUID.randomUUID();
    Map<String, Object> lonely = opening(alice, alone, "direct");
    lonely.put("commit", bundle(alice, alone, List.of(), List.of()));
    assertThat(post(alice, "/v1/conversations", lonely).status()).isEqualTo(422);
  }

  @Test
  void aNewcomerReadsFromTheCommitThatAddedItAndALeaverUpToTheOneThatRemovedIt() {
    Device alice = enrol();
    Device bob = enrol();
    Device carol = enrol();
    UUID id = group(alice, bob);
    send(alice, id, 1);
    post(alice, commits(id), bundle(alice, id, List.of(carol), List.of()));
    send(alice, id, 2);
    post(alice, commits(id), bundle(alice, id, List.of(), List.of(carol)));
    send(alice, id, 3);
    Answer log = get(carol, "/v1/conversations/" + id + "/log?after=0");
    assertThat(log.body().path("entries").findValuesAsText("sequence"))
        .containsExactly("3", "4", "5");
    assertThat(log.body().path("caughtUp").asBoolean()).isTrue();
    assertThat(get(carol, "/v1/conversations/" + id).status()).isEqualTo(404);
    assertThat(get(carol, "/v1/conversations/" + id + "/group-info").status()).isEqualTo(404);
    assertThat(send(carol, id, 3).status()).isEqualTo(404);
    assertThat(get(carol, "/v1/welcomes").body().path("items")).isEmpty();
  }

  @Test
  void theSameBytesGetTheFirstAnswerAndAnotherDeviceWithThemAConflict() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Map<String, Object> message = message(id, 1);
    Answer first = post(alice, messages(id), message);
    Answer again = post(alice, messages(id), message);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(post(bob, messages(id), message).code()).isEqualTo("conflict");
    Map<String, Object> bundle = bundle(alice, id, List.of(), List.of());
    Answer committed = post(alice, commits(id), bundle);
    assertThat(committed.status()).isEqualTo(201);
    assertThat(post(alice, commits(id), bundle).body()).isEqualTo(committed.body());
    Answer late = post(alice, messages(id), message);
    assertThat(late.body()).isEqualTo(first.body());
  }

  @Test
  void staleAndFutureEpochsAreToldWhereTheConversationStands() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    send(alice, id, 1);
    for (long epoch : new long[] {0, 2, 77}) {
      Answer sent = send(bob, id, epoch);
      assertThat(sent.status()).isEqualTo(409);
      assertThat(sent.code()).isEqualTo("stale-epoch");
      assertThat(sent.body().path("currentEpoch").asLong()).isEqualTo(1);
      assertThat(sent.body().path("lastSequence").asLong()).isEqualTo(2);
      Answer committed =
          post(bob, commits(id), atEpoch(bundle(bob, id, List.of(), List.of()), epoch));
      assertThat(committed.code()).isEqualTo("stale-epoch");
      assertThat(committed.body().path("currentEpoch").asLong()).isEqualTo(1);
    }
  }

  @Test
  void aForeignConversationDoesNotExist() {
    Device alice = enrol();
    Device eve = enrol();
    UUID id = group(alice);
    assertThat(get(eve, "/v1/conversations/" + id).code()).isEqualTo("not-found");
    assertThat(get(eve, "/v1/conversations/" + id + "/log").code()).isEqualTo("not-found");
    assertThat(get(eve, "/v1/conversations/" + id + "/group-info").code()).isEqualTo("not-found");
    assertThat(send(eve, id, 0).code()).isEqualTo("not-found");
    assertThat(post(eve, commits(id), bundle(alice, id, List.of(), List.of())).code())
        .isEqualTo("not-found");
    assertThat(
            post(eve, "/v1/conversations/" + id + "/receipts", Map.of("deliveredUpTo", 1)).code())
        .isEqualTo("not-found");
    assertThat(get(eve, "/v1/conversations/" + UUID.randomUUID()).code()).isEqualTo("not-found");
    assertThat(new ActReader().outcomesOf(id, "message.send", 1)).containsExactly("refused");
  }

  @Test
  void aRevokedDeviceIsRefusedEverywhere() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    revoke(bob);
    assertThat(send(bob, id, 1).code()).isEqualTo("device-revoked");
    assertThat(get(bob, "/v1/conversations/" + id + "/log").code()).isEqualTo("device-revoked");
    assertThat(get(bob, "/v1/welcomes").code()).isEqualTo("device-revoked");
    assertThat(get(bob, "/v1/delivery-key").code()).isEqualTo("device-revoked");
    assertThat(
            post(
                    bob,
                    "/v1/key-package-claims",
                    Map.of("practitionerIds", List.of(alice.practitioner())))
                .code())
        .isEqualTo("device-revoked");
    UUID second = group(alice);
    Answer adding = post(alice, commits(second), bundle(alice, second, List.of(bob), List.of()));
    assertThat(adding.body().path("reason").asText()).isEqualTo("credential");
  }

  @Test
  void marksOnlyMoveForwardAndNeverPastTheEnd() {
    Device alice = enrol();
    Device bob = enrol();
    Device bobsTablet = enrol(bob.practitioner());
    UUID id = group(alice, bob, bobsTablet);
    send(alice, id, 1);
    String receipts = "/v1/conversations/" + id + "/receipts";
    assertThat(post(bob, receipts, Map.of("readUpTo", 999)).status()).isEqualTo(204);
    assertThat(post(bob, receipts, Map.of("deliveredUpTo", 1, "readUpTo", 1)).status())
        .isEqualTo(204);
    Map<String, long[]> marks = new LinkedHashMap<>();
    get(alice, "/v1/conversations/" + id)
        .body()
        .path("receipts")
        .forEach(
            r ->
                marks.put(
                    r.path("deviceId").asText(),
                    new long[] {r.path("deliveredUpTo").asLong(), r.path("readUpTo").asLong()}));
    assertThat(marks.get(bob.id().toString())).containsExactly(2, 2);
    assertThat(marks.get(bobsTablet.id().toString())).containsExactly(0, 2);
    assertThat(marks.get(alice.id().toString())).containsExactly(0, 0);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() {
    Device alice = enrol();
    UUID id = group(alice);
    Map<String, Object> huge = message(id, 0);
    huge.put("message", base64(mls.message(id, 0, 70_000)));
    assertThat(post(alice, messages(id), huge).status()).isEqualTo(413);
    Map<String, Object> crowded = message(id, 0);
    crowded.put(
        "attachments", java.util.stream.Stream.generate(UUID::randomUUID).limit(21).toList());
    assertThat(post(alice, messages(id), crowded).status()).isEqualTo(413);
    huge.put("message", base64(mls.message(id, 0, 4_000_000)));
    assertThat(post(alice, messages(id), huge).status()).isEqualTo(413);
  }
}
