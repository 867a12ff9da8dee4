package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.conversation.removal.OverdueRemovals;
import fr.liaison.conversation.removal.RemoveRevoked;
import fr.liaison.kit.device.DeviceEvents;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Sending;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that must go: blocked at once, out of the group before the next message. */
@QuarkusTest
class RemovalTest extends ServiceScene {
  @Inject Outbox outbox;
  @Inject DeviceEvents deviceEvents;
  @Inject RemoveRevoked removeRevoked;
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

  private void revokeByEvent(Device device) {
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(device.id(), device.practitioner(), "lost")));
    await().until(() -> proposals(alice).size() > 0);
  }

  private List<JsonNode> proposals(Device reader) {
    List<JsonNode> found = new java.util.ArrayList<>();
    get(reader, "/v1/conversations/" + id + "/log?limit=500")
        .body()
        .path("entries")
        .forEach(
            entry -> {
              if (entry.path("kind").asText().equals("proposal")) {
                found.add(entry);
              }
            });
    return found;
  }

  private void everybodyReads(JsonNode proposal) {
    groups.deliver(
        id, Bytes.wrap(Base64.getUrlDecoder().decode(proposal.path("payload").asText())), null);
  }

  @Test
  void noMessageIsTakenUntilTheRemovalIsCommittedAndThenTheRemovedReadsNothing() {
    Bytes before = Bytes.EMPTY;
    assertThat(send(alice, id, 1).status()).isEqualTo(201);
    revokeByEvent(carol);
    Answer refused = send(alice, id, 1);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("commit-required");
    assertThat(refused.body().path("currentEpoch").asLong()).isEqualTo(1);
    assertThat(send(carol, id, 1).code()).isEqualTo("device-revoked");

    everybodyReads(proposals(bob).getFirst());
    assertThat(groups.view(id, bob).send(before, before)).isInstanceOf(Sending.CommitFirst.class);
    var former = groups.view(id, carol);
    Answer committed = post(bob, commits(id), groups.offer(bob, id, CommitRequest.of(), carol));

    assertThat(committed.status()).isEqualTo(201);
    assertThat(send(alice, id, 2).status()).isEqualTo(201);
    assertThat(get(alice, "/v1/conversations/" + id).body().path("members")).hasSize(2);
    Bytes secret =
        ((Sending.Sealed) groups.view(id, alice).send(Bytes.wrap(new byte[] {1}), before))
            .message();
    assertThat(former.receive(secret)).isInstanceOf(fr.liaison.mls.group.Received.Refused.class);
    assertThat(new ActReader().outcomesOf(id, "member.remove-request", 1)).hasSize(1);
  }

  @Test
  void aCommitThatLeavesTheRemovalOutIsRefusedAndNamesTheDevice() {
    revokeByEvent(carol);
    Answer refused =
        post(bob, commits(id), groups.offer(bob, id, CommitRequest.of().withoutHeld()));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("rule").asText()).isEqualTo("removal-pending");
    assertThat(refused.body().path("devices").get(0).asText()).isEqualTo(carol.id().toString());
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(), List.of(carol))).status())
        .isEqualTo(201);
    assertThat(send(bob, id, 2).status()).isEqualTo(201);
  }

  @Test
  void aRemovalSurvivesAnExternalCommitByBeingProposedAgain() {
    Device tablet = enrol(bob.practitioner());
    revokeByEvent(carol);
    TestGroups.Entering entering = groups.enter(tablet, groupInfo(tablet, id));

    Answer joined = post(tablet, "/v1/conversations/" + id + "/joins", entering.bundle());

    assertThat(joined.status()).isEqualTo(201);
    groups.entered(id, tablet, entering);
    List<JsonNode> proposals = proposals(alice);
    assertThat(proposals).hasSize(2);
    assertThat(proposals.getLast().path("epoch").asLong()).isEqualTo(2);
    assertThat(send(alice, id, 2).code()).isEqualTo("commit-required");
    everybodyReads(proposals.getLast());
    assertThat(
            post(tablet, commits(id), groups.offer(tablet, id, CommitRequest.of(), carol)).status())
        .isEqualTo(201);
    assertThat(send(alice, id, 3).status()).isEqualTo(201);
  }

  @Test
  void theSameRevocationTwiceProposesOnce() {
    revokeByEvent(carol);
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(carol.id(), carol.practitioner(), "again")));
    Device other = enrol();
    UUID second = group(alice, other);
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(other.id(), other.practitioner(), "later")));
    await().until(() -> send(alice, second, 1).code().equals("commit-required"));
    assertThat(proposals(alice)).hasSize(1);
  }

  @Inject OverdueRemovals overdue;

  @Test
  void aRemovalNobodyCommitsRaisesAnAlertOnce() {
    revokeByEvent(carol);
    database.run(
        tx ->
            tx.update(
                "update removal set requested_at = now() - interval '1 day'"
                    + " where conversation_id = $1",
                id));
    overdue.lookOnce();
    overdue.lookOnce();
    assertThat(
            count(
                "select count(*) from removal where conversation_id = $1"
                    + " and alerted_at is not null",
                id))
        .isOne();
    assertThat(new ActReader().outcomesOf(id, "member.remove-overdue", 1)).hasSize(1);
  }

  @Test
  void aDeviceRevokedWhileACommitBringsItInIsEitherRefusedOrAskedOut() throws Exception {
    for (int round = 0; round < 8; round++) {
      Device dave = enrol();
      UUID room = group(alice, bob);
      var adding = bundle(alice, room, List.of(dave), List.of());
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var revoked =
            threads.submit(
                () -> {
                  var event = new DeviceRevoked(dave.id(), dave.practitioner(), "lost");
                  var received =
                      List.of(
                          new ReceivedEvent(
                              UUID.randomUUID(), "directory", Instant.now(), event, null));
                  database.run(
                      tx -> {
                        removeRevoked.handle(tx, received);
                        deviceEvents.handle(tx, received);
                      });
                });
        var added = threads.submit(() -> post(alice, commits(room), adding));
        revoked.get();
        if (added.get().status() == 201) {
          assertThat(send(alice, room, 2).code()).isEqualTo("commit-required");
        } else {
          assertThat(added.get().body().path("reason").asText()).isEqualTo("credential");
          assertThat(send(alice, room, 1).status()).isEqualTo(201);
        }
      }
    }
  }

  @Test
  void anUnrelatedRevocationBlocksNobody() {
    Device stranger = enrol();
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(stranger.id(), stranger.practitioner(), "lost")));
    await()
        .until(
            () ->
                count(
                        "select count(*) from known_device where device_id = $1 and revoked",
                        stranger.id())
                    == 1);
    assertThat(send(alice, id, 1).status()).isEqualTo(201);
  }
}
