package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.conversation.removal.OverdueRemovals;
import fr.liaison.conversation.removal.RemoveRevoked;
import fr.liaison.kit.device.DeviceEvents;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.kit.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that must go, when their conversation is to be founded again or was. */
@QuarkusTest
class DeparturesAndSuccessorsTest extends BrokenGroupScene {
  @Inject Outbox outbox;
  @Inject OverdueRemovals overdue;
  @Inject RemoveRevoked removeRevoked;
  @Inject DeviceEvents deviceEvents;
  private Device alice;
  private Device bob;
  private Device carol;
  private UUID old;
  private final UUID next = UUID.randomUUID();

  @BeforeEach
  void aGroupOfThree() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
    old = group(alice, bob, carol);
  }

  private void revoked(Device device, String reason) {
    DeviceRevoked event = new DeviceRevoked(device.id(), device.practitioner(), reason);
    var received =
        List.of(new ReceivedEvent(UUID.randomUUID(), "directory", Instant.now(), event, null));
    database.run(
        tx -> {
          removeRevoked.handle(tx, received);
          deviceEvents.handle(tx, received);
        });
  }

  private long removals(UUID id) {
    return count("select count(*) from removal where conversation_id = $1", id);
  }

  private List<String> joinable(Device device) {
    return get(device, "/v1/conversations/joinable").body().path("items").findValuesAsText("id");
  }

  @Test
  void aRemovalThatWaitsIsNotBroughtAlongAndAlertsNobody() {
    revoked(carol, "lost");
    assertThat(removals(old)).isOne();
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    database.run(
        tx ->
            tx.update(
                "update removal set requested_at = now() - interval '1 day'"
                    + " where conversation_id = $1",
                old));
    overdue.lookOnce();
    assertThat(
            count(
                "select count(*) from removal where conversation_id = $1"
                    + " and alerted_at is not null",
                old))
        .isZero();

    assertThat(found(alice, old, next, bob).status()).isEqualTo(201);

    assertThat(removals(old)).isZero();
    assertThat(removals(next)).isZero();
    assertThat(send(bob, next, 1).status()).isEqualTo(201);
    Device newPhone = enrol(carol.practitioner());
    assertThat(joinable(newPhone)).containsExactly(next.toString());
    assertThat(join(newPhone, next).status()).isEqualTo(201);
  }

  @Test
  void aDeviceRevokedLaterIsAskedOutOfTheSuccessorOnly() {
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    assertThat(found(alice, old, next, bob, carol).status()).isEqualTo(201);

    revoked(carol, "lost");

    assertThat(removals(old)).isZero();
    assertThat(removals(next)).isOne();
    assertThat(get(alice, "/v1/conversations/" + old + "/log").body().path("entries")).hasSize(1);
    assertThat(send(bob, next, 1).code()).isEqualTo("commit-required");
  }

  @Test
  void aDeviceRevokedWhileItWaitsGetsNoProposalThatNobodyCouldCommit() {
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    revoked(carol, "departed");
    assertThat(get(alice, "/v1/conversations/" + old + "/log").body().path("entries")).hasSize(1);
    assertThat(found(alice, old, next, bob).status()).isEqualTo(201);
    assertThat(joinable(enrol(carol.practitioner()))).isEmpty();
  }

  @Test
  void aPlaceKeptInTheOldOneIsKeptInTheNew() {
    revoked(carol, "lost");
    assertThat(post(alice, commits(old), bundle(alice, old, List.of(), List.of(carol))).status())
        .isEqualTo(201);
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    assertThat(found(bob, old, next, alice).status()).isEqualTo(201);
    Device newPhone = enrol(carol.practitioner());
    assertThat(joinable(newPhone)).containsExactly(next.toString());
    assertThat(join(newPhone, next).status()).isEqualTo(201);
  }

  @Test
  void whoeverLeavesTheRegisterLosesTheKeptPlace() {
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    assertThat(found(alice, old, next, bob).status()).isEqualTo(201);
    revoked(carol, "departed");
    assertThat(joinable(enrol(carol.practitioner()))).isEmpty();

    UUID third = group(alice, bob, enrol());
    assertThat(order(alice, third, null).status()).isEqualTo(200);
    UUID fourth = UUID.randomUUID();
    assertThat(found(alice, third, fourth).status()).isEqualTo(201);
    assertThat(joinable(bob)).containsExactly(fourth.toString());
    database.run(tx -> outbox.append(tx, new PractitionerDeparted(bob.practitioner())));
    await().until(() -> joinable(bob).isEmpty());
  }

  @Test
  void nobodyTakesTheSeatOfOneOfTwoPersonsWhoLeftTheRegister() {
    UUID two = direct(alice, bob);
    revoked(bob, "departed");
    assertThat(order(alice, two, null).status()).isEqualTo(200);
    assertThat(post(alice, "/v1/conversations", succession(alice, two, next, "direct")).status())
        .isEqualTo(201);
    Answer stranger = post(alice, commits(next), bundle(alice, next, List.of(carol), List.of()));
    assertThat(stranger.body().path("rule").asText()).isEqualTo("two-persons-only");
    Device returned = enrol(bob.practitioner());
    assertThat(joinable(returned)).doesNotContain(next.toString());
    assertThat(
            post(alice, commits(next), bundle(alice, next, List.of(returned), List.of())).status())
        .isEqualTo(201);
  }

  @Test
  void whoeverWasPutOutStaysOut() {
    assertThat(post(alice, commits(old), bundle(alice, old, List.of(), List.of(carol))).status())
        .isEqualTo(201);
    assertThat(order(alice, old, null).status()).isEqualTo(200);
    Answer refused = found(alice, old, next, bob, carol);
    assertThat(refused.body().path("rule").asText()).isEqualTo("persons-foreign");
    assertThat(found(alice, old, next, bob).status()).isEqualTo(201);
    assertThat(joinable(carol)).isEmpty();
  }

  @Test
  void aDeviceRevokedWhileItIsBroughtAlongIsEitherRefusedOrAskedOut() throws Exception {
    for (int round = 0; round < 6; round++) {
      Device dave = enrol();
      UUID room = group(alice, bob, dave);
      assertThat(order(alice, room, null).status()).isEqualTo(200);
      UUID successor = UUID.randomUUID();
      var opening = succession(alice, room, successor, "group", bob, dave);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var revocation = threads.submit(() -> revoked(dave, "lost"));
        var founding = threads.submit(() -> post(alice, "/v1/conversations", opening));
        revocation.get();
        if (founding.get().status() == 201) {
          assertThat(send(alice, successor, 1).code()).isEqualTo("commit-required");
        } else {
          assertThat(founding.get().body().path("reason").asText()).isEqualTo("credential");
          assertThat(state(alice, room)).isEqualTo("refounding");
        }
      }
    }
  }
}
