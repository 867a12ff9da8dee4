package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.group.Sending;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A device enters the conversations of its person by itself, or replaces its own lost state. */
@QuarkusTest
class OwnDeviceTest extends ServiceScene {

  private static String joins(UUID id) {
    return "/v1/conversations/" + id + "/joins";
  }

  private Answer join(Device device, UUID id) {
    TestGroups.Entering entering = groups.enter(device, groupInfo(device, id));
    Answer answer = post(device, joins(id), entering.bundle());
    if (answer.status() == 201) {
      groups.entered(id, device, entering);
    }
    return answer;
  }

  private List<String> joinable(Device device) {
    List<String> ids = new ArrayList<>();
    get(device, "/v1/conversations/joinable")
        .body()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  @Test
  void aNewDeviceFindsTheConversationsOfItsPersonAndTalksInThem() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Device tablet = enrol(bob.practitioner());
    assertThat(joinable(tablet)).containsExactly(id.toString());
    assertThat(joinable(bob)).isEmpty();
    assertThat(joinable(enrol())).isEmpty();

    Answer joined = join(tablet, id);

    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.body().path("epoch").asLong()).isEqualTo(2);
    assertThat(joinable(tablet)).isEmpty();
    assertThat(get(alice, "/v1/conversations/" + id).body().path("members")).hasSize(3);
    Bytes message =
        ((Sending.Sealed) groups.view(id, tablet).send(Bytes.wrap(new byte[] {7}), Bytes.EMPTY))
            .message();
    assertThat(post(tablet, messages(id), Map.of("message", TestGroups.base64(message))).status())
        .isEqualTo(201);
    assertThat(groups.view(id, alice).receive(message)).isInstanceOf(Received.Message.class);
    JsonNode log = get(tablet, "/v1/conversations/" + id + "/log").body();
    assertThat(log.path("entries").get(0).path("sequence").asLong()).isEqualTo(2);
    assertThat(new ActReader().outcomesOf(id, "conversation.join", 1)).hasSize(1);
  }

  @Test
  void aDeviceThatLostItsStateComesBackAndTheRosterStaysTheSame() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    assertThat(join(bob, id).status()).isEqualTo(201);
    JsonNode members = get(alice, "/v1/conversations/" + id).body().path("members");
    assertThat(members).hasSize(2);
    assertThat(send(alice, id, 2).status()).isEqualTo(201);
    assertThat(get(bob, "/v1/conversations/" + id + "/log?after=2").body().path("entries"))
        .hasSize(1);
  }

  @Inject Outbox outbox;

  private void revokedBecause(String reason, Device device, Device committer, UUID id) {
    database.run(
        tx -> outbox.append(tx, new DeviceRevoked(device.id(), device.practitioner(), reason)));
    await().until(() -> send(committer, id, 1).code().equals("commit-required"));
    assertThat(
            post(committer, commits(id), bundle(committer, id, List.of(), List.of(device)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void whoeverLostTheOnlyDeviceComesBackWithANewOne() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    revokedBecause("lost", bob, alice, id);
    Device newPhone = enrol(bob.practitioner());

    assertThat(joinable(newPhone)).containsExactly(id.toString());
    assertThat(join(newPhone, id).status()).isEqualTo(201);
    assertThat(get(alice, "/v1/conversations/" + id).body().path("members")).hasSize(2);
    assertThat(joinable(newPhone)).isEmpty();
  }

  @Test
  void whoeverIsPutOutDoesNotComeBackByAnEarlierLostDevice() {
    Device alice = enrol();
    Device bob = enrol();
    Device tablet = enrol(bob.practitioner());
    UUID id = group(alice, bob, tablet);
    revokedBecause("lost", bob, alice, id);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(tablet))).status())
        .isEqualTo(201);

    assertThat(joinable(tablet)).isEmpty();
    assertThat(get(tablet, "/v1/conversations/" + id + "/group-info").status()).isEqualTo(404);
    assertThat(joinable(enrol(bob.practitioner()))).isEmpty();
  }

  @Test
  void whoeverCameBackAndIsPutOutStaysOut() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    revokedBecause("lost", bob, alice, id);
    Device newPhone = enrol(bob.practitioner());
    assertThat(join(newPhone, id).status()).isEqualTo(201);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(newPhone))).status())
        .isEqualTo(201);
    assertThat(joinable(newPhone)).isEmpty();
  }

  @Test
  void whoeverLeftTheRegisterDoesNotComeBackByThemselves() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    revokedBecause("departed", bob, alice, id);
    Device returned = enrol(bob.practitioner());

    assertThat(joinable(returned)).isEmpty();
    assertThat(get(returned, "/v1/conversations/" + id + "/group-info").status()).isEqualTo(404);
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(returned), List.of())).status())
        .isEqualTo(201);
  }

  @Test
  void joiningAgainAndAgainIsTurnedAway() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    for (int i = 0; i < 6; i++) {
      assertThat(join(bob, id).status()).isEqualTo(201);
    }
    Answer refused = join(bob, id);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.raw().headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(join(alice, id).status()).isEqualTo(201);
  }

  @Test
  void nobodyElseGetsInOrEvenSeesTheGroup() {
    Device alice = enrol();
    Device bob = enrol();
    Device eve = enrol();
    UUID id = group(alice, bob);
    assertThat(get(eve, "/v1/conversations/" + id + "/group-info").code()).isEqualTo("not-found");
    TestGroups.Entering stolen = groups.enter(eve, groupInfo(bob, id));
    assertThat(post(eve, joins(id), stolen.bundle()).code()).isEqualTo("not-found");
    Answer byAnother = post(bob, joins(id), stolen.bundle());
    assertThat(byAnother.body().path("rule").asText()).isEqualTo("sender-not-you");
    assertThat(send(alice, id, 1).status()).isEqualTo(201);
  }

  @Test
  void aMembersCommitAndAnExternalOneHaveTheirOwnDoors() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Answer external = post(bob, commits(id), groups.enter(bob, groupInfo(bob, id)).bundle());
    assertThat(external.body().path("reason").asText()).isEqualTo("sender-type");
    Answer member = post(bob, joins(id), bundle(bob, id, List.of(), List.of()));
    assertThat(member.body().path("reason").asText()).isEqualTo("sender-type");
  }

  @Test
  void aPersonIsBroughtInWithAllDevicesThatCanBeInvited() {
    Device alice = enrol();
    Device bob = enrol();
    Device tablet = enrol(bob.practitioner());
    UUID id = group(alice);
    post(
        tablet,
        "/v1/key-packages",
        Map.of("keyPackages", List.of(TestGroups.base64(tablet.keyPackage().message()))));
    Answer half = post(alice, commits(id), bundle(alice, id, List.of(bob), List.of()));
    assertThat(half.body().path("rule").asText()).isEqualTo("devices-missing");
    assertThat(half.body().path("devices").get(0).asText()).isEqualTo(tablet.id().toString());
    assertThat(
            post(alice, commits(id), bundle(alice, id, List.of(bob, tablet), List.of())).status())
        .isEqualTo(201);
  }

  @Test
  void onlyAnAdministratorBringsOthersInAndTheRoleOutlivesItsHolder() {
    Device alice = enrol();
    Device bob = enrol();
    Device carol = enrol();
    UUID id = group(alice, bob);
    Answer refused = post(bob, commits(id), bundle(bob, id, List.of(carol), List.of()));
    assertThat(refused.body().path("rule").asText()).isEqualTo("not-an-admin");
    JsonNode act =
        new ActReader()
            .read(
                "audit",
                one ->
                    one.path("conversationId").asText().equals(id.toString())
                        && one.path("outcome").asText().equals("refused"),
                1)
            .getFirst();
    assertThat(act.path("action").asText()).isEqualTo("conversation.commit");
    assertThat(act.path("details").path("rule").asText()).isEqualTo("not-an-admin");
    assertThat(act.path("actor").path("deviceId").asText()).isEqualTo(bob.id().toString());
    revoke(alice);
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(), List.of(alice))).status())
        .isEqualTo(201);
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(carol), List.of())).status())
        .isEqualTo(201);
  }
}
