package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators of a group share their right, and a group is never without one. */
@QuarkusTest
class AdminTest extends ServiceScene {
  private Device alice;
  private Device bob;
  private Device carol;
  private UUID id;

  @BeforeEach
  void aGroupOfThreeThatAliceOpened() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
    id = group(alice, bob, carol);
  }

  private static String admin(UUID conversation, Device person) {
    return "/v1/conversations/" + conversation + "/admins/" + person.practitioner();
  }

  private Answer appoint(Device by, Device person) {
    return exchange(by, "PUT", admin(id, person), null);
  }

  private Answer withdraw(Device by, Device person) {
    return exchange(by, "DELETE", admin(id, person), null);
  }

  private List<String> admins(UUID conversation) {
    List<String> shown = new ArrayList<>();
    get(alice, "/v1/conversations/" + conversation)
        .body()
        .path("admins")
        .forEach(one -> shown.add(one.asText()));
    return shown;
  }

  private static String name(Device device) {
    return device.practitioner().toString();
  }

  private List<JsonNode> acts(String action, int atLeast) {
    return new ActReader()
        .read(
            "audit",
            act ->
                act.path("conversationId").asText().equals(id.toString())
                    && act.path("action").asText().equals(action),
            atLeast);
  }

  @Test
  void whoeverIsAppointedIsShownAndBringsOthersIn() {
    assertThat(admins(id)).containsExactly(name(alice));

    assertThat(appoint(alice, bob).status()).isEqualTo(204);
    assertThat(appoint(alice, bob).status()).isEqualTo(204);

    assertThat(admins(id)).containsExactlyInAnyOrder(name(alice), name(bob));
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(enrol()), List.of())).status())
        .isEqualTo(201);
    List<JsonNode> acts = acts("admin.grant", 1);
    assertThat(acts).hasSize(1);
    assertThat(acts.getFirst().path("object").path("id").asText()).isEqualTo(name(bob));
    assertThat(acts.getFirst().path("actor").path("deviceId").asText())
        .isEqualTo(alice.id().toString());
  }

  @Test
  void whoeverWithdrewIsNoAdministratorAnyMoreAndMaySayItTwice() {
    appoint(alice, bob);

    assertThat(withdraw(alice, alice).status()).isEqualTo(204);
    assertThat(withdraw(alice, alice).status()).isEqualTo(204);

    assertThat(admins(id)).containsExactly(name(bob));
    assertThat(
            post(alice, commits(id), bundle(alice, id, List.of(enrol()), List.of()))
                .body()
                .path("rule")
                .asText())
        .isEqualTo("not-an-admin");
    assertThat(acts("admin.revoke", 1)).hasSize(1);
  }

  @Test
  void theLastOneStaysAlsoWhenTwoWithdrawAtOnce() throws Exception {
    Answer refused = withdraw(alice, alice);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("rule").asText()).isEqualTo("last-admin");
    for (int round = 0; round < 8; round++) {
      Device admin = admins(id).contains(name(alice)) ? alice : bob;
      appoint(admin, alice);
      appoint(admin, bob);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var one = threads.submit(() -> withdraw(alice, alice));
        var other = threads.submit(() -> withdraw(bob, bob));
        assertThat(List.of(one.get().status(), other.get().status()))
            .containsExactlyInAnyOrder(204, 422);
      }
      assertThat(admins(id)).hasSize(1);
    }
  }

  @Test
  void nobodyElseDecidesAndNobodyOutsideIsAppointed() {
    Device stranger = enrol();
    Answer refused = appoint(bob, bob);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("rule").asText()).isEqualTo("not-an-admin");
    assertThat(withdraw(bob, alice).body().path("rule").asText()).isEqualTo("not-an-admin");
    assertThat(appoint(alice, stranger).body().path("rule").asText())
        .isEqualTo("not-in-conversation");
    assertThat(appoint(stranger, stranger).code()).isEqualTo("not-found");
    assertThat(exchange(alice, "PUT", admin(UUID.randomUUID(), bob), null).code())
        .isEqualTo("not-found");
    assertThat(admins(id)).containsExactly(name(alice));
    List<JsonNode> acts = acts("admin.grant", 3);
    assertThat(acts).allMatch(act -> act.path("outcome").asText().equals("refused"));
    assertThat(acts).anyMatch(act -> act.at("/details/rule").asText().equals("not-an-admin"));
  }

  @Test
  void ofTwoPersonsNeitherAdministers() {
    UUID direct = UUID.randomUUID();
    Map<String, Object> opening = opening(alice, direct, "direct");
    opening.put("commit", bundle(alice, direct, List.of(bob), List.of()));
    assertThat(post(alice, "/v1/conversations", opening).status()).isEqualTo(201);

    Answer refused = exchange(alice, "PUT", admin(direct, bob), null);

    assertThat(refused.body().path("rule").asText()).isEqualTo("groups-only");
    assertThat(admins(direct)).isEmpty();
  }

  @Test
  void theOthersAreToldToReadTheConversationAgain() {
    try (StreamClient stream =
        StreamClient.connect(HTTP, service).hello(carol.token(), carol.id())) {
      stream.await("caught-up");
      int before = stream.frames("conversation").size();

      appoint(alice, bob);

      org.awaitility.Awaitility.await().until(() -> stream.frames("conversation").size() > before);
      assertThat(stream.frames("conversation").getLast().path("conversationId").asText())
          .isEqualTo(id.toString());
    }
  }

  @Test
  void aSuccessionIsAnActOfItsOwn() {
    revoke(alice);
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(), List.of(alice))).status())
        .isEqualTo(201);

    JsonNode revoked = acts("admin.revoke", 1).getFirst();
    assertThat(revoked.at("/object/id").asText()).isEqualTo(name(alice));
    assertThat(revoked.at("/details/cause").asText()).isEqualTo("roster");
    JsonNode granted = acts("admin.grant", 1).getFirst();
    assertThat(granted.at("/object/id").asText()).isIn(name(bob), name(carol));
    assertThat(granted.at("/details/cause").asText()).isEqualTo("roster");
  }

  @Test
  void anAppointmentSurvivesTheDepartureOfWhoeverMadeIt() {
    appoint(alice, carol);
    revoke(alice);
    assertThat(post(bob, commits(id), bundle(bob, id, List.of(), List.of(alice))).status())
        .isEqualTo(201);
    List<String> shown = new ArrayList<>();
    get(bob, "/v1/conversations/" + id)
        .body()
        .path("admins")
        .forEach(one -> shown.add(one.asText()));
    assertThat(shown).containsExactly(name(carol));
  }
}
