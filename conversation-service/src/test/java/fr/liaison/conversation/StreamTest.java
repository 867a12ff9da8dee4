package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.RemovalProposed;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The live stream as a client sees it. */
@QuarkusTest
class StreamTest extends ServiceScene {
  @Inject Outbox outbox;

  @Test
  void whatWasMissedComesFirstThenTheMarkerThenWhatIsNew() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    send(alice, id, 1);
    try (StreamClient stream = connect(bob)) {
      assertThat(stream.frames("ready")).hasSize(1);
      assertThat(stream.frames("welcome")).hasSize(1);
      assertThat(stream.sequences(id)).containsExactly(1L, 2L);
      send(alice, id, 1);
      stream.await("entry", frame -> frame.path("sequence").asLong() == 3);
      JsonNode entry = stream.frames("entry").getLast();
      assertThat(entry.path("kind").asText()).isEqualTo("message");
      assertThat(entry.path("senderDeviceId").asText()).isEqualTo(alice.id().toString());
      assertThat(entry.path("payload").asText()).isNotEmpty();
    }
  }

  @Test
  void aDropWhileMessagesFlowLosesAndDoublesNothing() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    StreamClient first = connect(bob);
    List<Long> received = new ArrayList<>();
    Thread sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    assertThat(send(alice, id, 1).status()).isEqualTo(201);
                  }
                });
    Awaitility.await().until(() -> first.sequences(id).size() >= 10);
    first.drop();
    received.addAll(first.sequences(id));
    // What arrived was stored by the client; over HTTP it says so, as after any reconnection.
    post(bob, "/v1/conversations/" + id + "/receipts", Map.of("deliveredUpTo", received.getLast()));
    try (StreamClient second = connect(bob)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> received.size() + second.sequences(id).size() >= 61);
      received.addAll(second.sequences(id));
      assertThat(received).isEqualTo(LongStream.rangeClosed(1, 61).boxed().toList());
    }
    Awaitility.await().until(() -> !sender.isAlive());
  }

  @Test
  void tenThousandMissedMessagesAreCaughtUpInOrderWhileEachIsAcknowledged() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    database.run(
        tx -> {
          tx.update(
              "insert into entry select $1, n, 'message', 1, $2, now(), 'routine',"
                  + " sha256(n::text::bytea), decode(repeat('00', 1024), 'hex')"
                  + " from generate_series(2, 10001) as n",
              id,
              alice.id());
          tx.update("update conversation set last_sequence = 10001 where id = $1", id);
        });
    try (StreamClient stream =
        StreamClient.connect(HTTP, service).acknowledging().hello(bob.token(), bob.id())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> stream.frames("caught-up").size() == 1);
      assertThat(stream.sequences(id))
          .isEqualTo(LongStream.rangeClosed(1, 10_001).boxed().toList());
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(
                          count(
                              "select delivered_up_to from member where conversation_id = $1"
                                  + " and device_id = $2",
                              id,
                              bob.id()))
                      .isEqualTo(10_001));
    }
  }

  @Test
  void theResumeTokenSparesWhatWasSentButNotAcknowledged() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    send(alice, id, 1);
    String resume;
    try (StreamClient first = connect(bob)) {
      resume = first.await("caught-up").path("resume").asText();
    }
    send(alice, id, 1);
    try (StreamClient second =
        StreamClient.connect(HTTP, service).hello(bob.token(), bob.id(), resume)) {
      second.await("caught-up");
      assertThat(second.sequences(id)).containsExactly(3L);
    }
    try (StreamClient garbled =
        StreamClient.connect(HTTP, service).hello(bob.token(), bob.id(), "no-token-of-ours")) {
      garbled.await("caught-up");
      assertThat(garbled.sequences(id)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void anAcknowledgementMovesTheMarkAndTheOthersSeeIt() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    try (StreamClient sender = connect(alice);
        StreamClient receiver = connect(bob)) {
      send(alice, id, 1);
      receiver.await("entry", frame -> frame.path("sequence").asLong() == 2);
      receiver.ack(id, 2);
      JsonNode receipt =
          sender.await("receipt", f -> f.path("deviceId").asText().equals(bob.id().toString()));
      assertThat(receipt.path("deliveredUpTo").asLong()).isEqualTo(2);
      post(bob, "/v1/conversations/" + id + "/receipts", Map.of("readUpTo", 2));
      sender.await("receipt", frame -> frame.path("readUpTo").asLong() == 2);
    }
    try (StreamClient again = connect(bob)) {
      assertThat(again.sequences(id)).isEmpty();
    }
  }

  @Test
  void bothStreamsOfADeviceGetEverythingOnce() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    try (StreamClient one = connect(bob);
        StreamClient two = connect(bob)) {
      for (int i = 0; i < 20; i++) {
        send(alice, id, 1);
      }
      List<Long> all = LongStream.rangeClosed(1, 21).boxed().toList();
      Awaitility.await().untilAsserted(() -> assertThat(one.sequences(id)).isEqualTo(all));
      Awaitility.await().untilAsserted(() -> assertThat(two.sequences(id)).isEqualTo(all));
    }
  }

  @Test
  void aDeviceAddedWhileConnectedGetsItsWelcomeAndThenTheLog() {
    Device alice = enrol();
    Device bob = enrol();
    try (StreamClient stream = connect(bob)) {
      UUID id = group(alice, bob);
      assertThat(stream.await("welcome").path("conversationId").asText()).isEqualTo(id.toString());
      stream.await("conversation", f -> f.path("conversationId").asText().equals(id.toString()));
      send(alice, id, 1);
      stream.await("entry", frame -> frame.path("sequence").asLong() == 2);
      post(alice, commits(id), bundle(alice, id, List.of(), List.of(bob)));
      send(alice, id, 2);
      stream.await("entry", frame -> frame.path("sequence").asLong() == 3);
      send(alice, id, 2);
      Awaitility.await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(60))
          .until(() -> stream.sequences(id).equals(List.of(1L, 2L, 3L)));
    }
  }

  @Test
  void aProposalMadeByAnotherInstanceArrivesWithoutWaitingForTheNextLook() {
    Device alice = enrol();
    UUID id = group(alice, enrol());
    try (StreamClient stream = connect(alice)) {
      database.run(
          tx -> {
            tx.update(
                "insert into entry select $1, 2, 'proposal', 1, $2, now(), 'routine',"
                    + " sha256('p'), 'p'",
                id,
                DeviceId.DELIVERY.value());
            tx.update("update conversation set last_sequence = 2 where id = $1", id);
            outbox.append(tx, new RemovalProposed(id, 2, 1));
          });
      JsonNode entry = stream.await("entry", frame -> frame.path("sequence").asLong() == 2);
      assertThat(entry.path("kind").asText()).isEqualTo("proposal");
    }
  }

  @Test
  void aRevokedDeviceIsClosedAtOnce() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    StreamClient stream = connect(bob);
    database.run(tx -> outbox.append(tx, new DeviceRevoked(bob.id(), bob.practitioner(), "lost")));
    assertThat(stream.awaitClose()).isEqualTo(4403);
    Awaitility.await()
        .untilAsserted(() -> assertThat(send(bob, id, 1).code()).isEqualTo("device-revoked"));
    StreamClient again = StreamClient.connect(HTTP, service).hello(bob.token(), bob.id());
    assertThat(again.awaitClose()).isEqualTo(4403);
  }

  @Test
  void onlyAValidTokenOfTheDevicesAccountOpensAndKeepsAStream() throws Exception {
    Device bob = enrol();
    Device eve = enrol();
    assertThat(
            StreamClient.connect(HTTP, service)
                .hello(TestTokens.account(bob.account(), "practitioner").forged().sign(), bob.id())
                .awaitClose())
        .isEqualTo(4401);
    assertThat(StreamClient.connect(HTTP, service).hello(eve.token(), bob.id()).awaitClose())
        .isEqualTo(4403);
    assertThat(
            StreamClient.connect(HTTP, service).hello(bob.token(), UUID.randomUUID()).awaitClose())
        .isEqualTo(1013);
    String brief =
        TestTokens.account(bob.account(), "practitioner")
            .expiresAt(Instant.now().plusSeconds(6))
            .sign();
    StreamClient expiring = StreamClient.connect(HTTP, service).hello(brief, bob.id());
    expiring.await("caught-up");
    assertThat(expiring.awaitClose()).isEqualTo(4401);
    StreamClient swapped = connect(bob).say(Map.of("type", "token", "token", eve.token()));
    assertThat(swapped.awaitClose()).isEqualTo(4401);
  }

  @Test
  void aFreshTokenOfTheSameAccountKeepsAStreamOpenPastTheOldOne() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    String brief =
        TestTokens.account(bob.account(), "practitioner")
            .expiresAt(Instant.now().plusSeconds(6))
            .sign();
    StreamClient kept = StreamClient.connect(HTTP, service).hello(brief, bob.id());
    kept.say(Map.of("type", "token", "token", bob.token()));
    StreamClient left = StreamClient.connect(HTTP, service).hello(brief, bob.id());

    assertThat(left.awaitClose()).isEqualTo(4401);
    send(alice, id, 1);

    kept.await("entry", frame -> frame.path("sequence").asLong() == 2);
    kept.close();
  }

  @Test
  void aStreamOnSomebodyElsesDeviceIsRefusedAndTheClaimRecordedAsSuch() throws Exception {
    Device bob = enrol();
    Device eve = enrol();

    assertThat(StreamClient.connect(HTTP, service).hello(eve.token(), bob.id()).awaitClose())
        .isEqualTo(4403);

    JsonNode act =
        new ActReader()
            .read(
                "audit",
                one ->
                    one.path("action").asText().equals("stream.open")
                        && one.at("/actor/accountId").asText().equals(eve.account()),
                1)
            .getFirst();
    assertThat(act.path("outcome").asText()).isEqualTo("refused");
    assertThat(act.at("/actor/deviceId").asText("")).isEqualTo("");
    assertThat(act.at("/details/claimedDevice").asText()).isEqualTo(bob.id().toString());
  }

  @Test
  void silenceAndNonsenseAreClosed() throws Exception {
    assertThat(StreamClient.connect(HTTP, service).awaitClose()).isEqualTo(4401);
    Device bob = enrol();
    for (String nonsense :
        List.of("", "{", "[]", "null", "{\"type\":\"hello\"}", "{\"type\":\"ack\"}", "\u0000")) {
      assertThat(StreamClient.connect(HTTP, service).say(nonsense).awaitClose()).isEqualTo(4400);
      assertThat(connect(bob).say(nonsense).awaitClose()).isEqualTo(4400);
    }
  }

  @Test
  void presenceIsToldOnTheFirstStreamAndAfterTheLast() {
    Device bob = enrol();
    StreamClient one = connect(bob);
    StreamClient two = connect(bob);
    one.drop();
    two.drop();
    List<JsonNode> told =
        new ActReader()
            .read(
                "conversation",
                e -> e.has("connected") && e.path("deviceId").asText().equals(bob.id().toString()),
                2);
    assertThat(told.stream().map(e -> e.path("connected").asBoolean()))
        .containsExactly(true, false);
  }

  @Test
  void aClientThatDoesNotReadIsLetGoAndMissesNothing() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    StreamClient stuck =
        StreamClient.connectWithoutReading(HTTP, service).hello(bob.token(), bob.id());
    Map<String, Object> large = message(id, 1);
    for (int i = 0; i < 150; i++) {
      large.put("message", base64(mls.message(id, 1, 60_000)));
      assertThat(post(alice, messages(id), large).status()).isEqualTo(201);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        count("select count(*) from stream_session where device_id = $1", bob.id()))
                    .isZero());
    stuck.drop();
    try (StreamClient healthy = connect(bob)) {
      assertThat(healthy.sequences(id)).isEqualTo(LongStream.rangeClosed(1, 151).boxed().toList());
    }
  }
}
