package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.PractitionerDeparted;
import fr.liaison.contracts.event.PractitionerReturned;
import fr.liaison.conversation.removal.ForgetDeparted;
import fr.liaison.conversation.removal.RemoveRevoked;
import fr.liaison.kit.event.ReceivedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loss and a departure, in either order: whoever left does not come back by themselves. */
@QuarkusTest
class DepartedPlacesTest extends ServiceScene {
  @Inject RemoveRevoked removeRevoked;
  @Inject ForgetDeparted forgetDeparted;
  private Instant now = Instant.now();
  private Device alice;
  private Device bob;
  private UUID id;

  @BeforeEach
  void aGroupOfTwo() {
    alice = enrol();
    bob = enrol();
    id = group(alice, bob);
  }

  private void lost(Device device, Instant at) {
    revoke(device);
    var event = new DeviceRevoked(device.id(), device.practitioner(), "lost");
    database.run(
        tx ->
            removeRevoked.handle(
                tx, List.of(new ReceivedEvent(UUID.randomUUID(), "directory", at, event, null))));
  }

  private Instant next() {
    now = now.plusSeconds(1);
    return now;
  }

  private void departed() {
    var event = new PractitionerDeparted(bob.practitioner());
    Instant at = next();
    database.run(
        tx ->
            forgetDeparted.handle(
                tx, List.of(new ReceivedEvent(UUID.randomUUID(), "directory", at, event, null))));
  }

  private void returned() {
    var event = new PractitionerReturned(bob.practitioner());
    Instant at = next();
    database.run(
        tx ->
            forgetDeparted.handle(
                tx, List.of(new ReceivedEvent(UUID.randomUUID(), "directory", at, event, null))));
  }

  private void commitTheRemovalOf(Device device) {
    await().until(() -> send(alice, id, 1).code().equals("commit-required"));
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(device))).status())
        .isEqualTo(201);
  }

  private void assertThatNoneOfBobsEnters() {
    Device newPhone = enrol(bob.practitioner());
    assertThat(get(newPhone, "/v1/conversations/joinable").body().path("items")).isEmpty();
    assertThat(get(newPhone, "/v1/conversations/" + id + "/group-info").status()).isEqualTo(404);
    TestGroups.Entering entering = groups.enter(newPhone, groupInfo(alice, id));
    assertThat(post(newPhone, "/v1/conversations/" + id + "/joins", entering.bundle()).status())
        .isEqualTo(404);
  }

  @Test
  void aDepartureBeforeTheCommitThatSettlesALossTakesThePlace() {
    lost(bob, next());
    departed();
    assertThatNoneOfBobsEnters();

    commitTheRemovalOf(bob);
    returned();

    assertThatNoneOfBobsEnters();
  }

  @Test
  void aLossToldOfAfterTheDepartureKeepsNoPlace() {
    Instant loss = next();
    departed();
    lost(bob, loss);
    commitTheRemovalOf(bob);
    assertThatNoneOfBobsEnters();

    returned();

    assertThatNoneOfBobsEnters();
  }

  @Test
  void aLossToldOfAfterTheReturnKeepsNoPlaceEither() {
    Instant loss = next();
    departed();
    returned();
    lost(bob, loss);

    commitTheRemovalOf(bob);

    assertThatNoneOfBobsEnters();
  }

  @Test
  void whatIsLostAfterTheReturnKeepsThePlace() {
    departed();
    returned();
    lost(bob, next());

    commitTheRemovalOf(bob);

    Device newPhone = enrol(bob.practitioner());
    assertThat(get(newPhone, "/v1/conversations/joinable").body().path("items")).hasSize(1);
  }
}
