package fr.liaison.directory.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.directory.Api;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DelegationResourceTest extends DelegationScene {
  private static final String HOSPITAL = "F440900017";

  @Inject EndPastDelegations endPast;

  @Test
  void onceTheLocumAcceptedBothCardsSayIt() throws Exception {
    String digest = signed(CLAIRE_MOREAU).path("digest").asText();
    Api.Answer proposal = propose(claire(), KARIM_BENALI, 10);
    assertThat(proposal.status()).isEqualTo(201);
    assertThat(proposal.body().path("state").asText()).isEqualTo("proposed");
    String id = proposal.body().path("id").asText();
    assertThat(replacement(CLAIRE_MOREAU).isMissingNode()).isTrue();
    assertThat(seen(karim(), id).at("/replaced/familyName").asText()).isEqualTo("MOREAU");
    assertThat(zoe().get(DELEGATIONS).body().path("items")).isEmpty();
    assertThat(events.of("practitioner-delegated", id)).isEmpty();

    Api.Answer accepted = accept(karim(), id);

    assertThat(accepted.body().path("state").asText()).isEqualTo("current");
    JsonNode locum = replacement(CLAIRE_MOREAU).at("/replacedBy/0");
    assertThat(locum.path("practitionerId").asText()).isEqualTo(idOf(KARIM_BENALI));
    assertThat(locum.path("endsOn").asText()).isEqualTo(today.plusDays(10).toString());
    assertThat(replacement(CLAIRE_MOREAU).has("replaces")).isFalse();
    assertThat(replacement(KARIM_BENALI).at("/replaces/0/familyName").asText()).isEqualTo("MOREAU");
    JsonNode statement = signed(CLAIRE_MOREAU);
    assertThat(statement.at("/replacement/replacedBy/0/familyName").asText()).isEqualTo("BENALI");
    assertThat(statement.path("digest").asText()).isEqualTo(digest);
    assertThat(events.of("practitioner-delegated", id))
        .singleElement()
        .satisfies(
            event -> assertThat(event).contains(idOf(CLAIRE_MOREAU)).doesNotContain("MOREAU"));
    assertThat(events.acts("delegation.propose", id)).hasSize(1);
    assertThat(events.acts("delegation.accept", id)).hasSize(1);

    assertThat(accept(karim(), id).status()).isEqualTo(200);
    assertThat(events.of("practitioner-delegated", id)).hasSize(1);
  }

  @Test
  void itIsNobodyElsesBusiness() {
    String id = proposed(claire(), KARIM_BENALI, 3);

    assertThat(accept(zoe(), id).code()).isEqualTo("not-found");
    assertThat(accept(claire(), id).code()).isEqualTo("not-found");
    assertThat(end(zoe(), id).code()).isEqualTo("not-found");
    assertThat(accept(karim(), UUID.randomUUID().toString()).code()).isEqualTo("not-found");
    assertThat(accept(Api.nobody(), id).status()).isEqualTo(401);
    for (Api staff :
        List.of(administrator(), Api.as(TestTokens.account("officer", "compliance-officer")))) {
      assertThat(staff.get(DELEGATIONS).code()).isEqualTo("forbidden");
      assertThat(propose(staff, KARIM_BENALI, 3).code()).isEqualTo("forbidden");
      assertThat(end(staff, id).code()).isEqualTo("forbidden");
    }
    assertThat(seen(claire(), id).path("state").asText()).isEqualTo("proposed");
    assertThat(events.acts("delegation.accept", id))
        .allSatisfy(act -> assertThat(act).contains("refused"));
  }

  @Test
  void eitherEndsItAtAnyTimeAndOnlyWhatWasInForceIsToldToOthers() {
    String withdrawn = proposed(claire(), KARIM_BENALI, 3);
    assertThat(end(claire(), withdrawn).status()).isEqualTo(204);
    String declined = proposed(claire(), KARIM_BENALI, 3);
    assertThat(end(karim(), declined).status()).isEqualTo(204);
    String over = agreed(claire(), KARIM_BENALI, 3);
    assertThat(end(karim(), over).status()).isEqualTo(204);
    assertThat(end(claire(), over).status()).isEqualTo(204);

    assertThat(seen(karim(), withdrawn).path("endReason").asText()).isEqualTo("withdrawn");
    assertThat(seen(claire(), declined).path("endReason").asText()).isEqualTo("declined");
    assertThat(seen(claire(), over).path("endReason").asText()).isEqualTo("ended");
    assertThat(events.of("practitioner-delegation-ended", over)).hasSize(1);
    assertThat(events.of("practitioner-delegation-ended", declined)).isEmpty();
    assertThat(events.acts("delegation.end", over)).hasSize(1);
    assertThat(replacement(CLAIRE_MOREAU).isMissingNode()).isTrue();
    assertThat(accept(karim(), withdrawn).code()).isEqualTo("gone");
  }

  @Test
  void overlappingDaysAreRefusedAndNeighbouringOnesAreNot() {
    proposed(claire(), KARIM_BENALI, 3);

    Api.Answer overlap =
        claire().post(DELEGATIONS, asking(ZOE_LEFEVRE, today.plusDays(3), today.plusDays(9)));

    assertThat(overlap.code()).isEqualTo("conflict");
    assertThat(overlap.body().path("reason").asText()).isEqualTo("overlap");
    assertThat(
            claire()
                .post(DELEGATIONS, asking(ZOE_LEFEVRE, today.plusDays(4), today.plusDays(9)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void ofManyProposalsAtOnceForTheSameDaysOneIsMade() throws Exception {
    Map<String, Object> asked = asking(KARIM_BENALI, today, today.plusDays(3));
    Api claire = claire();
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Api.Answer>> calls =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> claire.post(DELEGATIONS, asked)))
              .toList();
      for (Future<Api.Answer> call : calls) {
        answers.add(call.get().status());
      }
    }

    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void whoIsReplacedStandsInForNobodyMeanwhile() {
    agreed(karim(), ZOE_LEFEVRE, 5);

    assertThat(propose(claire(), KARIM_BENALI, 5).body().path("reason").asText())
        .isEqualTo("locum-replaced");
    assertThat(propose(zoe(), CLAIRE_MOREAU, 5).body().path("reason").asText())
        .isEqualTo("stands-in");

    // Asked before the other was agreed: the answer comes too late.
    String asked =
        claire()
            .post(DELEGATIONS, asking(KARIM_BENALI, today.plusDays(6), today.plusDays(8)))
            .body()
            .path("id")
            .asText();
    String later =
        karim()
            .post(DELEGATIONS, asking(ZOE_LEFEVRE, today.plusDays(7), today.plusDays(8)))
            .body()
            .path("id")
            .asText();
    assertThat(accept(zoe(), later).status()).isEqualTo(200);
    assertThat(accept(karim(), asked).body().path("reason").asText()).isEqualTo("locum-replaced");
  }

  @Test
  void whatIsNoDelegationIsRefusedAndNotEchoed() {
    Map<String, Object> good = asking(KARIM_BENALI, today, today.plusDays(3));
    refused(good, "startsOn", today.minusDays(1).toString(), "startsOn");
    refused(good, "startsOn", today.plusMonths(13).toString(), "startsOn");
    refused(good, "endsOn", today.minusDays(1).toString(), "endsOn");
    refused(good, "endsOn", today.plusMonths(6).toString(), "endsOn");
    refused(good, "endsOn", "+999999999-12-31", "endsOn");
    refused(good, "locumId", idOf(CLAIRE_MOREAU), "locumId");
    refused(good, "locumId", idOf(JULIE_PETIT), "locumId");
    refused(good, "locumId", UUID.randomUUID().toString(), "locumId");
    refused(good, "replacedId", idOf(ZOE_LEFEVRE), "structureId");
    refused(good, "structureId", HOSPITAL, "structureId");
    for (String body :
        List.of(
            "",
            "null",
            "{}",
            "{\"locumId\":\"SPLEEN\"}",
            "{\"locumId\":1,\"startsOn\":[\"SPLEEN\"]}",
            "{\"startsOn\":\"2026-02-31\"}")) {
      Api.Answer answer = claire().postText(DELEGATIONS, "application/json", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.raw().body()).doesNotContain("SPLEEN");
    }
    assertThat(claire().get(DELEGATIONS).body().path("items")).isEmpty();
  }

  private void refused(Map<String, Object> good, String field, String value, String named) {
    Map<String, Object> bad = new java.util.HashMap<>(good);
    bad.put(field, value);
    Api.Answer answer = claire().post(DELEGATIONS, bad);
    assertThat(answer.status()).as(field + " " + value).isEqualTo(400);
    if (answer.code().equals("invalid-parameter")) {
      assertThat(answer.body().path("field").asText()).as(value).isEqualTo(named);
    }
  }

  @Test
  void nobodyFloodsAColleagueWithProposals() {
    for (int i = 0; i < 20; i++) {
      end(claire(), proposed(claire(), KARIM_BENALI, 1));
    }

    assertThat(propose(claire(), KARIM_BENALI, 1).body().path("reason").asText())
        .isEqualTo("too-many");
  }

  @Test
  void whoeverIsSuspendedNeitherStandsInNorIsReplacedAnyMore() {
    String standing = agreed(claire(), KARIM_BENALI, 5);
    String asked =
        karim()
            .post(DELEGATIONS, asking(ZOE_LEFEVRE, today.plusDays(20), today.plusDays(25)))
            .body()
            .path("id")
            .asText();
    String suspension = "/v1/people/" + idOf(KARIM_BENALI) + "/suspension";
    assertThat(administrator().post(suspension, Map.of("reason", "inquiry")).status())
        .isEqualTo(200);
    try {
      assertThat(seen(claire(), standing).path("endReason").asText()).isEqualTo("unavailable");
      assertThat(seen(zoe(), asked).path("state").asText()).isEqualTo("ended");
      assertThat(replacement(CLAIRE_MOREAU).isMissingNode()).isTrue();
      assertThat(events.of("practitioner-delegation-ended", standing)).hasSize(1);
      assertThat(propose(claire(), KARIM_BENALI, 5).code()).isEqualTo("invalid-parameter");
    } finally {
      administrator().delete(suspension);
    }
    assertThat(seen(claire(), standing).path("state").asText()).isEqualTo("ended");
  }

  @Test
  void itEndsByItselfAfterItsLastDay() {
    String agreed = agreed(claire(), KARIM_BENALI, 5);
    String unanswered =
        claire()
            .post(DELEGATIONS, asking(ZOE_LEFEVRE, today.plusDays(6), today.plusDays(9)))
            .body()
            .path("id")
            .asText();
    database.run(
        transaction ->
            transaction.update(
                "update delegation set starts_on = starts_on - 30, ends_on = ends_on - 30"));

    assertThat(replacement(CLAIRE_MOREAU).isMissingNode()).isTrue();
    assertThat(seen(karim(), agreed).path("endReason").asText()).isEqualTo("over");
    assertThat(accept(zoe(), unanswered).code()).isEqualTo("gone");
    assertThat(events.of("practitioner-delegation-ended", agreed)).isEmpty();

    assertThat(endPast.endSome()).isEqualTo(2);

    assertThat(endPast.endSome()).isZero();
    assertThat(seen(zoe(), unanswered).path("endReason").asText()).isEqualTo("unanswered");
    assertThat(events.of("practitioner-delegation-ended", agreed)).hasSize(1);
    assertThat(events.of("practitioner-delegation-ended", unanswered)).isEmpty();
  }

  @Test
  void anAdministratorOfTheHospitalArrangesItForWhoPractisesThereAndTheyMayEndIt() {
    Map<String, Object> asked = asking(ZOE_LEFEVRE, today, today.plusDays(3));
    asked.put("replacedId", idOf(KARIM_BENALI));
    asked.put("structureId", HOSPITAL);
    assertThat(claire().post(DELEGATIONS, asked).code()).isEqualTo("forbidden");
    String name = "/v1/structures/" + HOSPITAL + "/administrators/" + idOf(CLAIRE_MOREAU);
    assertThat(administrator().put(name, Map.of()).status()).isEqualTo(204);
    try {
      Map<String, Object> elsewhere = new java.util.HashMap<>(asked);
      elsewhere.put("replacedId", idOf(ZOE_LEFEVRE));
      elsewhere.put("locumId", idOf(KARIM_BENALI));
      assertThat(claire().post(DELEGATIONS, elsewhere).code()).isEqualTo("forbidden");

      Api.Answer made = claire().post(DELEGATIONS, asked);

      assertThat(made.status()).isEqualTo(201);
      assertThat(made.body().path("structureId").asText()).isEqualTo(HOSPITAL);
      String id = made.body().path("id").asText();
      assertThat(accept(zoe(), id).status()).isEqualTo(200);
      assertThat(seen(claire(), id).path("state").asText()).isEqualTo("current");
      assertThat(end(karim(), id).status()).isEqualTo(204);
      String again = claire().post(DELEGATIONS, asked).body().path("id").asText();
      assertThat(end(claire(), again).status()).isEqualTo(204);
      String last = claire().post(DELEGATIONS, asked).body().path("id").asText();
      administrator().delete(name);
      assertThat(end(claire(), last).code()).isEqualTo("not-found");
      assertThat(accept(zoe(), last).code()).as("withdrawn with the right").isEqualTo("gone");
      assertThat(seen(zoe(), last).path("endReason").asText()).isEqualTo("withdrawn");
    } finally {
      administrator().delete(name);
    }
  }

  @Test
  void whatNobodyMayProposeAnyMoreIsNotAccepted() {
    Map<String, Object> asked = asking(ZOE_LEFEVRE, today, today.plusDays(3));
    asked.put("replacedId", idOf(KARIM_BENALI));
    asked.put("structureId", HOSPITAL);
    String name = "/v1/structures/" + HOSPITAL + "/administrators/" + idOf(CLAIRE_MOREAU);
    assertThat(administrator().put(name, Map.of()).status()).isEqualTo(204);
    try {
      String id = claire().post(DELEGATIONS, asked).body().path("id").asText();
      String karim = idOf(KARIM_BENALI);
      practisesAt(karim, HOSPITAL, HOSPITAL + "X");
      assertThat(accept(zoe(), id).code()).as("he practises elsewhere now").isEqualTo("gone");
      practisesAt(karim, HOSPITAL + "X", HOSPITAL);

      String zoe = idOf(ZOE_LEFEVRE);
      professionOf(zoe, "10|", "99|");
      assertThat(accept(zoe(), id).code()).as("of another profession").isEqualTo("gone");
      professionOf(zoe, "99|", "10|");
      assertThat(accept(zoe(), id).status()).isEqualTo(200);
    } finally {
      administrator().delete(name);
    }
  }

  private void practisesAt(String person, String before, String after) {
    database.run(
        transaction ->
            transaction.update(
                """
                update situation set structure_id = $3
                where practitioner_id = $1 and structure_id = $2
                """,
                UUID.fromString(person),
                before,
                after));
  }

  private void professionOf(String person, String before, String after) {
    database.run(
        transaction ->
            transaction.update(
                """
                update practitioner set exercises = array(
                  select replace(e, $2, $3) from unnest(exercises) as u (e))
                where id = $1
                """,
                UUID.fromString(person),
                before,
                after));
  }

  private JsonNode signed(String nationalId) throws Exception {
    String jws =
        practitioner(JULIE_PETIT)
            .get("/v1/practitioners/" + idOf(nationalId) + "/card")
            .body()
            .path("jws")
            .asText();
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
  }
}
