package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversation in which another one goes on: who opens it, who is in, what stays behind. */
@QuarkusTest
class SuccessorTest extends BrokenGroupScene {
  private Device alice;
  private Device bob;
  private Device carol;
  private Device mallory;
  private UUID old;
  private final UUID next = UUID.randomUUID();

  @BeforeEach
  void aGroupThatWaitsToBeFoundedAgain() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
    mallory = enrol();
    old = broken(alice, mallory, bob, carol);
    assertThat(report(bob, old, BROKEN).status()).isEqualTo(200);
    assertThat(report(carol, old, BROKEN).body().path("state").asText()).isEqualTo("refounding");
  }

  private void refused(Answer answer, String rule, Device... persons) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
    assertThat(answer.body().path("rule").asText()).isEqualTo(rule);
    List<String> named = new ArrayList<>();
    answer.body().path("persons").forEach(one -> named.add(one.asText()));
    assertThat(named)
        .containsExactlyInAnyOrder(
            List.of(persons).stream()
                .map(one -> one.practitioner().toString())
                .toArray(String[]::new));
  }

  private void closed(Answer answer, UUID successor) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("conversation-closed");
    assertThat(answer.body().path("successor").asText(""))
        .isEqualTo(successor == null ? "" : successor.toString());
  }

  private void nothingIsLeftOf(UUID id) {
    assertThat(count("select count(*) from conversation where id = $1", id)).isZero();
    assertThat(count("select count(*) from member where conversation_id = $1", id)).isZero();
    assertThat(state(alice, old)).isEqualTo("refounding");
  }

  private List<UUID> admins(UUID id) {
    return database.read(
        tx ->
            tx.rows(
                row -> row.getUUID("practitioner_id"),
                "select practitioner_id from conversation_admin where conversation_id = $1",
                id));
  }

  @Test
  void anyMemberFoundsItAgainAndBothEndsAreLinked() {
    Answer founded = found(bob, old, next, alice, carol, mallory);

    assertThat(founded.status()).as("%s", founded.body()).isEqualTo(201);
    assertThat(founded.body().path("state").asText()).isEqualTo("open");
    assertThat(founded.body().path("succeeds").asText()).isEqualTo(old.toString());
    assertThat(founded.body().path("members")).hasSize(4);
    JsonNode before = view(alice, old).body();
    assertThat(before.path("state").asText()).isEqualTo("succeeded");
    assertThat(before.path("succeededBy").asText()).isEqualTo(next.toString());
    assertThat(view(mallory, next).body().path("succeeds").asText()).isEqualTo(old.toString());
    assertThat(send(mallory, next, 1).status()).isEqualTo(201);
    assertThat(order(alice, old, null).body().path("succeededBy").asText())
        .isEqualTo(next.toString());
    assertThat(new ActReader().outcomesOf(old, "conversation.succeed", 1)).hasSize(1);
    assertThat(new ActReader().outcomesOf(next, "conversation.succeed", 1)).hasSize(1);
  }

  @Test
  void theAdministratorsStayTheSameWhoeverFoundedIt() {
    assertThat(found(bob, old, next, alice, carol, mallory).status()).isEqualTo(201);
    assertThat(admins(next)).containsExactly(alice.practitioner());
    assertThat(new ActReader().outcomesOf(next, "admin.grant", 1)).containsExactly("success");
    assertThat(new ActReader().outcomesOf(next, "admin.revoke", 1)).containsExactly("success");
    Device dave = enrol();
    assertThat(
            post(bob, commits(next), bundle(bob, next, List.of(dave), List.of()))
                .body()
                .path("rule")
                .asText())
        .isEqualTo("not-an-admin");
  }

  @Test
  void anAdministratorWhosePlaceIsKeptLosesNothingToWhoeverFoundedIt() {
    Device tablet = enrol(bob.practitioner());
    assertThat(found(bob, old, next, tablet, carol, mallory).status()).isEqualTo(201);
    assertThat(admins(next)).containsExactly(alice.practitioner());

    assertThat(post(bob, commits(next), bundle(bob, next, List.of(), List.of(tablet))).status())
        .isEqualTo(201);

    assertThat(admins(next)).containsExactly(alice.practitioner());
    Answer eviction = post(bob, commits(next), bundle(bob, next, List.of(), List.of(carol)));
    assertThat(eviction.body().path("rule").asText()).isEqualTo("not-an-admin");
  }

  @Test
  void ofManyOpeningsAtTheSameMomentOneWinsAndTheOthersLearnWhich() throws Exception {
    List<Device> founders = List.of(alice, bob, carol, mallory);
    List<Map<String, Object>> openings = new ArrayList<>();
    for (Device founder : founders) {
      Device[] others = founders.stream().filter(one -> one != founder).toArray(Device[]::new);
      openings.add(succession(founder, old, UUID.randomUUID(), "group", others));
    }
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> posted = new ArrayList<>();
      for (int i = 0; i < founders.size(); i++) {
        int at = i;
        posted.add(
            threads.submit(() -> post(founders.get(at), "/v1/conversations", openings.get(at))));
      }
      for (Future<Answer> answer : posted) {
        answers.add(answer.get());
      }
    }
    List<Answer> won = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(won).hasSize(1);
    UUID winner = UUID.fromString(won.getFirst().body().path("id").asText());
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> closed(answer, winner));
    assertThat(count("select count(*) from conversation where succeeds = $1", old)).isOne();
    for (int i = 0; i < founders.size(); i++) {
      Answer again = post(founders.get(i), "/v1/conversations", openings.get(i));
      if (openings.get(i).get("id").equals(winner)) {
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(won.getFirst().body());
      } else {
        closed(again, winner);
      }
    }
  }

  @Test
  void theSameOpeningWithoutItsPredecessorIsAnother() {
    Map<String, Object> opening = succession(alice, old, next, "group", bob, carol, mallory);
    assertThat(post(alice, "/v1/conversations", opening).status()).isEqualTo(201);
    opening.remove("succeeds");
    assertThat(post(alice, "/v1/conversations", opening).code()).isEqualTo("conflict");
  }

  @Test
  void whoeverCanBeInvitedComesAlong() {
    offerKeyPackage(carol);
    refused(found(alice, old, next, bob, mallory), "persons-missing", carol);
    refused(found(alice, old, next), "persons-missing", carol);
    nothingIsLeftOf(next);
    assertThat(found(alice, old, next, bob, carol, mallory).status()).isEqualTo(201);
  }

  @Test
  void nobodyElseComesIn() {
    Device eve = enrol();
    refused(found(alice, old, next, bob, carol, mallory, eve), "persons-foreign", eve);
    nothingIsLeftOf(next);
    assertThat(found(eve, old, next, alice).code()).isEqualTo("not-found");
    assertThat(new ActReader().outcomesOf(old, "conversation.succeed", 2))
        .containsExactly("refused", "refused");
    nothingIsLeftOf(next);
  }

  @Test
  void anAdministratorGoesOnWithoutWhoseCommitWasReported() {
    offerKeyPackage(mallory);
    Map<String, Object> opening = succession(alice, old, next, "group", bob, carol);
    opening.put("leaveOut", mallory.practitioner());

    assertThat(post(alice, "/v1/conversations", opening).status()).isEqualTo(201);

    assertThat(view(alice, next).body().path("members")).hasSize(3);
    assertThat(get(mallory, "/v1/conversations/" + next + "/group-info").status()).isEqualTo(404);
    assertThat(get(mallory, "/v1/conversations/" + old + "/log").body().path("entries")).hasSize(2);
    assertThat(new ActReader().outcomesOf(next, "member.leave-out", 1)).hasSize(1);
  }

  @Test
  void nobodyElseLeavesOutAnybodyAndNobodyLeavesOutAnybodyElse() {
    Map<String, Object> byBob = succession(bob, old, next, "group", alice, carol);
    byBob.put("leaveOut", mallory.practitioner());
    refused(post(bob, "/v1/conversations", byBob), "not-an-admin");
    Map<String, Object> another = succession(alice, old, next, "group", bob, mallory);
    another.put("leaveOut", carol.practitioner());
    refused(post(alice, "/v1/conversations", another), "persons-missing", carol);
    Map<String, Object> both = succession(alice, old, next, "group", bob, carol, mallory);
    both.put("leaveOut", mallory.practitioner());
    refused(post(alice, "/v1/conversations", both), "persons-foreign", mallory);
    nothingIsLeftOf(next);
  }

  @Test
  void whoeverCannotBeInvitedNowKeepsAPlaceAndEntersBySelf() {
    assertThat(found(bob, old, next, alice, mallory).status()).isEqualTo(201);
    assertThat(view(carol, next).status()).isEqualTo(404);
    assertThat(get(carol, "/v1/conversations/" + next + "/log").body().path("entries")).isEmpty();
    assertThat(get(carol, "/v1/conversations/joinable").body().path("items").findValuesAsText("id"))
        .containsExactly(next.toString());

    assertThat(join(carol, next).status()).isEqualTo(201);

    assertThat(view(carol, next).body().path("succeeds").asText()).isEqualTo(old.toString());
    assertThat(view(bob, next).body().path("members")).hasSize(4);
    assertThat(send(carol, next, 2).status()).isEqualTo(201);
    JsonNode log = get(carol, "/v1/conversations/" + next + "/log").body();
    assertThat(log.path("entries").get(0).path("sequence").asLong()).isEqualTo(2);
  }

  @Test
  void ofTwoPersonsOneFoundsAgainWhileTheOtherIsAway() {
    UUID two = direct(alice, bob);
    assertThat(order(bob, two, null).status()).isEqualTo(200);
    refused(post(bob, "/v1/conversations", succession(bob, two, next, "group")), "not-a-successor");

    Answer founded = post(bob, "/v1/conversations", succession(bob, two, next, "direct"));

    assertThat(founded.status()).as("%s", founded.body()).isEqualTo(201);
    assertThat(join(alice, next).status()).isEqualTo(201);
    assertThat(view(bob, next).body().path("members")).hasSize(2);
    Device eve = enrol();
    assertThat(
            post(bob, commits(next), bundle(bob, next, List.of(eve), List.of()))
                .body()
                .path("rule")
                .asText())
        .isEqualTo("two-persons-only");
  }

  @Test
  void whatIsNotToBeFoundedAgainHasNoSuccessor() {
    UUID open = group(alice, bob);
    refused(found(alice, open, next, bob), "not-a-successor");
    assertThat(found(alice, UUID.randomUUID(), next, bob).code()).isEqualTo("not-found");
    assertThat(found(alice, next, next, bob).code()).isEqualTo("not-found");
    nothingIsLeftOf(next);
  }

  @Test
  void theOldOneTakesNothingNewButIsReadOn() {
    Device tablet = enrol(bob.practitioner());
    byte[] info = groupInfo(tablet, old);
    closed(send(alice, old, 2), null);
    closed(post(alice, commits(old), bundle(alice, old, List.of(), List.of())), null);
    closed(
        post(tablet, "/v1/conversations/" + old + "/joins", groups.enter(tablet, info).bundle()),
        null);
    assertThat(found(alice, old, next, bob, carol, mallory).status()).isEqualTo(201);

    closed(send(alice, old, 2), next);
    closed(send(alice, old, 7), next);
    closed(post(alice, commits(old), bundle(alice, old, List.of(), List.of())), next);
    closed(
        post(tablet, "/v1/conversations/" + old + "/joins", groups.enter(tablet, info).bundle()),
        next);
    assertThat(
            get(tablet, "/v1/conversations/joinable").body().path("items").findValuesAsText("id"))
        .containsExactly(next.toString());
    assertThat(get(bob, "/v1/conversations/" + old + "/log").body().path("entries")).hasSize(2);
    assertThat(post(bob, "/v1/conversations/" + old + "/receipts", Map.of("readUpTo", 2)).status())
        .isEqualTo(204);
    JsonNode refusal =
        new ActReader()
            .read(
                "audit",
                act ->
                    act.at("/details/problem").asText().equals("conversation-closed")
                        && act.at("/details/claimedDevice").asText().equals(alice.id().toString()),
                1)
            .getFirst();
    assertThat(refusal.path("outcome").asText()).isEqualTo("refused");
  }

  @Test
  void whatWasSentBeforeGetsItsFirstAnswerAgain() {
    UUID id = group(alice, bob);
    Map<String, Object> message = message(id, 1);
    Answer sent = post(alice, messages(id), message);
    Map<String, Object> commit = bundle(alice, id, List.of(), List.of());
    Answer committed = post(alice, commits(id), commit);
    assertThat(order(alice, id, null).status()).isEqualTo(200);

    assertThat(post(alice, messages(id), message).body()).isEqualTo(sent.body());
    assertThat(post(alice, commits(id), commit).body()).isEqualTo(committed.body());
  }

  @Test
  void anOpeningWhoseFirstCommitIsRefusedLeavesTheOldOneWaiting() {
    Device tablet = enrol(bob.practitioner());
    offerKeyPackage(tablet);
    Answer half = found(alice, old, next, bob, carol, mallory);
    assertThat(half.body().path("rule").asText()).isEqualTo("devices-missing");
    nothingIsLeftOf(next);
    assertThat(found(alice, old, next, bob, tablet, carol, mallory).status()).isEqualTo(201);
  }
}
