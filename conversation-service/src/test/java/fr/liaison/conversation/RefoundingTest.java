package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a conversation is to be founded again, and when not. */
@QuarkusTest
class RefoundingTest extends BrokenGroupScene {
  private Device alice;
  private Device bob;
  private Device carol;
  private Device mallory;
  private UUID id;

  @BeforeEach
  void aGroupThatMalloryBroke() {
    alice = enrol();
    bob = enrol();
    carol = enrol();
    mallory = enrol();
    id = broken(alice, mallory, bob, carol);
  }

  private void counted(Answer answer, int reporters, int needed, String state) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().path("reporters").asInt()).isEqualTo(reporters);
    assertThat(answer.body().path("needed").asInt()).isEqualTo(needed);
    assertThat(answer.body().path("state").asText()).isEqualTo(state);
  }

  private List<JsonNode> orders() {
    return new ActReader()
        .read(
            "audit",
            act ->
                act.path("conversationId").asText().equals(id.toString())
                    && act.path("action").asText().equals("conversation.refounding")
                    && act.path("outcome").asText().equals("success"),
            1);
  }

  @Test
  void moreThanHalfOfTheOtherPersonsCloseTheConversation() {
    counted(report(bob, id, BROKEN), 1, 2, "open");
    assertThat(state(alice, id)).isEqualTo("open");
    assertThat(send(alice, id, 2).status()).isEqualTo(201);

    counted(report(carol, id, BROKEN), 2, 2, "refounding");

    JsonNode view = view(alice, id).body();
    assertThat(view.path("state").asText()).isEqualTo("refounding");
    assertThat(view.has("succeededBy")).isFalse();
    counted(report(alice, id, BROKEN), 3, 2, "refounding");
    JsonNode act = orders().getFirst();
    assertThat(act.at("/details/reason").asText()).isEqualTo("quorum");
    assertThat(act.at("/details/sequence").asText()).isEqualTo("2");
    assertThat(new ActReader().outcomesOf(id, "commit.report", 3)).hasSize(3);
  }

  @Test
  void aPersonCountsOnceHoweverOftenAndOnWhateverDevice() {
    Device tablet = enrol(bob.practitioner());
    assertThat(join(tablet, id).status()).isEqualTo(201);
    UUID other = broken(alice, mallory, bob, tablet, carol);

    counted(report(bob, other, BROKEN), 1, 2, "open");
    counted(report(bob, other, BROKEN), 1, 2, "open");
    counted(report(tablet, other, BROKEN), 1, 2, "open");
    assertThat(new ActReader().outcomesOf(other, "commit.report", 1)).hasSize(1);
  }

  @Test
  void reportsOfDifferentCommitsDoNotAddUp() {
    counted(report(bob, id, 1), 1, 2, "open");
    counted(report(carol, id, BROKEN), 1, 2, "open");
  }

  @Test
  void nobodyReportsTheirOwnCommitOnWhateverDevice() {
    Device tablet = enrol(mallory.practitioner());
    UUID other = broken(alice, mallory, bob, carol, tablet);
    for (Device device : List.of(mallory, tablet)) {
      Answer refused = report(device, other, BROKEN);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().path("rule").asText()).isEqualTo("own-commit");
    }
    counted(report(bob, other, BROKEN), 1, 2, "open");
  }

  @Test
  void aJoinIsACommitOfItsPersonToo() {
    Device tablet = enrol(mallory.practitioner());
    assertThat(join(tablet, id).body().path("sequence").asLong()).isEqualTo(3);
    assertThat(report(mallory, id, 3).body().path("rule").asText()).isEqualTo("own-commit");
    counted(report(bob, id, 3), 1, 2, "open");
    counted(report(carol, id, 3), 2, 2, "refounding");
  }

  @Test
  void onlyACommitThatTheDeviceMayReadIsReported() {
    assertThat(send(alice, id, 2).status()).isEqualTo(201);
    Device dave = enrol();
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(dave), List.of())).status())
        .isEqualTo(201);
    assertThat(report(bob, id, 3).body().path("rule").asText()).isEqualTo("not-a-commit");
    assertThat(report(bob, id, 99).body().path("rule").asText()).isEqualTo("not-a-commit");
    assertThat(report(dave, id, BROKEN).body().path("rule").asText()).isEqualTo("not-a-commit");
    assertThat(report(bob, id, 0).code()).isEqualTo("invalid-parameter");
    assertThat(post(bob, "/v1/conversations/" + id + "/reports", "{}").code())
        .isEqualTo("invalid-parameter");
  }

  @Test
  void whoeverIsNotInIsToldNothingAndTheAttemptIsRecorded() {
    Device eve = enrol();
    assertThat(report(eve, id, BROKEN).code()).isEqualTo("not-found");
    assertThat(order(eve, id, Map.of()).code()).isEqualTo("not-found");
    assertThat(report(bob, UUID.randomUUID(), BROKEN).code()).isEqualTo("not-found");
    assertThat(new ActReader().outcomesOf(id, "commit.report", 1)).containsExactly("refused");
    assertThat(new ActReader().outcomesOf(id, "conversation.refounding", 1))
        .containsExactly("refused");
  }

  @Test
  void whoeverWasPutOutCountsNoMore() {
    counted(report(bob, id, BROKEN), 1, 2, "open");
    assertThat(post(alice, commits(id), bundle(alice, id, List.of(), List.of(bob))).status())
        .isEqualTo(201);
    assertThat(report(bob, id, BROKEN).code()).isEqualTo("not-found");
    counted(report(carol, id, BROKEN), 1, 2, "open");
  }

  @Test
  void oneOfTwoPersonsIsNoQuorumButOrdersIt() {
    UUID two = direct(alice, bob);
    counted(report(bob, two, 1), 1, 2, "open");

    Answer ordered = order(bob, two, Map.of("sequence", 1));

    assertThat(ordered.status()).isEqualTo(200);
    assertThat(ordered.body().path("state").asText()).isEqualTo("refounding");
    assertThat(state(alice, two)).isEqualTo("refounding");
  }

  @Test
  void anAdministratorOrdersItWithoutAQuorumAndOnce() {
    assertThat(order(bob, id, Map.of()).body().path("rule").asText()).isEqualTo("not-an-admin");
    assertThat(order(alice, id, Map.of("sequence", 1)).body().path("rule").asText())
        .isEqualTo("own-commit");
    assertThat(state(bob, id)).isEqualTo("open");

    Answer ordered = order(alice, id, null);
    Answer again = order(alice, id, Map.of("sequence", BROKEN));

    assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(200);
    assertThat(ordered.body().path("state").asText()).isEqualTo("refounding");
    assertThat(again.body()).isEqualTo(ordered.body());
    assertThat(orders()).hasSize(1);
    assertThat(orders().getFirst().at("/details/reason").asText()).isEqualTo("admin");
  }

  @Test
  void reportsAtTheSameMomentCloseItOnce() throws Exception {
    List<Device> others = Stream.generate(this::enrol).limit(8).toList();
    id = broken(alice, mallory, others.toArray(Device[]::new));
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> reports =
          others.stream().map(one -> threads.submit(() -> report(one, id, BROKEN))).toList();
      for (Future<Answer> answer : reports) {
        answers.add(answer.get());
      }
    }
    assertThat(answers.stream().map(answer -> answer.body().path("reporters").asInt()))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(answers)
        .allMatch(
            answer ->
                answer.body().path("state").asText().equals("refounding")
                    == (answer.body().path("reporters").asInt() >= 5));
    assertThat(orders()).hasSize(1);
  }

  @Test
  void aYoungSuccessorIsNotFoundedAgainByQuorumUntilItHasRested() {
    assertThat(order(alice, id, null).status()).isEqualTo(200);
    UUID next = UUID.randomUUID();
    assertThat(found(alice, id, next, bob, carol, mallory).status()).isEqualTo(201);

    counted(report(bob, next, 1), 1, 2, "open");
    counted(report(carol, next, 1), 2, 2, "open");
    assertThat(send(mallory, next, 1).status()).isEqualTo(201);
    database.run(
        tx ->
            tx.update(
                "update conversation set created_at = created_at - interval '61 minutes'"
                    + " where id = $1",
                next));

    counted(report(carol, next, 1), 2, 2, "refounding");
  }

  @Test
  void oneOfTwoPersonsCannotHaveItFoundedAgainAndAgain() {
    UUID first = direct(alice, bob);
    assertThat(order(bob, first, new HashMap<>()).status()).isEqualTo(200);
    UUID second = UUID.randomUUID();
    assertThat(
            post(alice, "/v1/conversations", succession(alice, first, second, "direct", bob))
                .status())
        .isEqualTo(201);

    Answer again = order(bob, second, new HashMap<>());

    assertThat(again.status()).isEqualTo(429);
    assertThat(state(alice, second)).isEqualTo("open");
  }

  @Test
  void whereTwoOfAGroupAreLeftEitherHasAWayOut() {
    UUID pair = broken(alice, mallory);

    assertThat(order(mallory, pair, new HashMap<>()).status()).isEqualTo(200);

    assertThat(state(alice, pair)).isEqualTo("refounding");
  }

  @Test
  void anAdministratorOrdersAlsoAYoungSuccessorToBeFoundedAgain() {
    assertThat(order(alice, id, null).status()).isEqualTo(200);
    UUID next = UUID.randomUUID();
    assertThat(found(alice, id, next, bob, carol, mallory).status()).isEqualTo(201);
    assertThat(order(alice, next, null).body().path("state").asText()).isEqualTo("refounding");
  }

  @Test
  void everyConnectedDeviceIsTold() {
    try (StreamClient stream = StreamClient.connect(HTTP, service).hello(bob.token(), bob.id())) {
      stream.await("caught-up");
      int before = stream.frames("conversation").size();
      assertThat(order(alice, id, null).status()).isEqualTo(200);
      stream.await("conversation", f -> f.path("conversationId").asText().equals(id.toString()));
      assertThat(stream.frames("conversation")).hasSize(before + 1);
      assertThat(state(bob, id)).isEqualTo("refounding");
    }
    JsonNode toldToOtherInstances =
        new ActReader()
            .read(
                "conversation",
                event ->
                    event.path("conversationId").asText().equals(id.toString())
                        && event.path("state").asText().equals("refounding"),
                1)
            .getFirst();
    assertThat(toldToOtherInstances.path("epoch").asLong()).isEqualTo(2);
    assertThat(toldToOtherInstances.path("members")).hasSize(4);
  }
}
