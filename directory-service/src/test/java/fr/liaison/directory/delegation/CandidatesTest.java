package fr.liaison.directory.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.register.SyntheticRegister;
import fr.liaison.directory.search.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CandidatesTest extends DelegationScene {
  private static final Exercise GP = new Exercise("10", "Médecin", "SM54", "Médecine générale");
  private static final TestPeople.At NANTES =
      new TestPeople.At("44000", "Nantes", "R44000", "Cabinet du Port");
  private static final TestPeople.At SAINT_NAZAIRE =
      new TestPeople.At("44600", "Saint-Nazaire", "R44600", "Cabinet de la Baie");
  private static final TestPeople.At PARIS =
      new TestPeople.At("75009", "Paris", "R75009", "Cabinet du Canal");

  @Inject TestPeople people;

  @AfterEach
  void forgetTestPeople() {
    database.run(
        transaction ->
            transaction.update(
                "delete from locum where practitioner_id in"
                    + " (select id from practitioner where national_id like 'test-%')"));
    people.departAll();
  }

  @Test
  void locumsOfTheSameExerciseAreProposedTheNearestFirst() {
    UUID far = locum("ARGUEL", GP, PARIS);
    UUID near = locum("BRIVAL", GP, SAINT_NAZAIRE);
    UUID nearest = locum("CORSEN", GP, NANTES);
    UUID nurse = locum("DAMAZAN", new Exercise("60", "Infirmier", null, null), NANTES);
    UUID settled = people.add("ESCAL", "Odile", GP, NANTES);

    JsonNode found = candidates(claire(), "?radius=100").body();

    List<String> ids = found.path("items").findValuesAsText("id");
    assertThat(ids)
        .containsSubsequence(nearest.toString(), near.toString())
        .doesNotContain(far.toString(), nurse.toString(), settled.toString())
        .doesNotContain(idOf(CLAIRE_MOREAU));
    assertThat(found.path("distances").findValuesAsText("id")).contains(near.toString());
    assertThat(candidates(claire(), "?radius=10").body().path("items").findValuesAsText("id"))
        .contains(nearest.toString())
        .doesNotContain(near.toString());
    assertThat(events.acts("delegation.candidates", idOf(CLAIRE_MOREAU)))
        .isNotEmpty()
        .noneMatch(act -> act.contains("CORSEN"));
  }

  @Test
  void whoDepartedOrIsSuspendedIsNotProposed() {
    UUID departed = locum("FONTAN", GP, NANTES);
    UUID suspended = locum("GOURIN", GP, NANTES);
    people.depart(departed, true);
    people.suspend(suspended);

    assertThat(candidates(claire(), "").body().path("items").findValuesAsText("id"))
        .doesNotContain(departed.toString(), suspended.toString());
  }

  @Test
  void theListIsBounded() {
    for (int i = 0; i < 25; i++) {
      locum("HAGETMAU", GP, NANTES);
    }

    assertThat(candidates(claire(), "").body().path("items")).hasSize(20);
  }

  @Test
  void onlyOneselfOrAnAdministratorLooks() {
    String other = "?structureId=F440900017&replacedId=" + idOf(KARIM_BENALI);
    assertThat(candidates(claire(), other).code()).isEqualTo("forbidden");
    assertThat(candidates(claire(), "?replacedId=" + idOf(KARIM_BENALI)).code())
        .isEqualTo("invalid-parameter");
    assertThat(candidates(administrator(), "").code()).isEqualTo("forbidden");
    for (String radius : List.of("0", "201", "-1", "1e9", "SPLEEN", "99999999999")) {
      Api.Answer answer = candidates(claire(), "?radius=" + radius);
      assertThat(answer.code()).isEqualTo("invalid-parameter");
      assertThat(answer.raw().body()).doesNotContain("SPLEEN");
    }
  }

  @Test
  void anImportListsWhoTheRegisterSaysStandsInAndForgetsWhoDoesNotAnyMore() throws IOException {
    assertThat(listed(KARIM_BENALI)).isEmpty();
    try {
      upload(changed("GENR03", ""));
      assertThat(listed(KARIM_BENALI)).contains("10 SM04 44000");

      upload(changed("GENR01", "FON-22"));
      assertThat(listed(KARIM_BENALI)).contains("10 SM04 44000");

      // What an older version did not keep comes with the digests that a migration forgets.
      database.run(
          transaction -> {
            transaction.update("delete from locum");
            transaction.update("update practitioner set fingerprint = md5('before')::uuid");
          });
      JsonNode report = upload(changed("GENR01", "FON-22")).body();
      assertThat(report.path("changes").asInt()).isPositive();
      assertThat(listed(KARIM_BENALI)).contains("10 SM04 44000");
    } finally {
      upload(SyntheticRegister.text());
    }
    assertThat(listed(KARIM_BENALI)).isEmpty();
  }

  private static String changed(String activity, String role) throws IOException {
    return SyntheticRegister.text()
        .lines()
        .map(
            line ->
                line.contains(KARIM_BENALI)
                    ? line.replace("||||GENR01|", "||" + role + "||" + activity + "|")
                    : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Api.Answer upload(String text) {
    Api.Answer answer =
        administrator()
            .postText("/v1/register-imports?registerDate=2026-11-20", "text/plain", text);
    assertThat(answer.body().path("outcome").asText()).isEqualTo("accepted");
    return answer;
  }

  private List<String> listed(String nationalId) {
    return database.read(
        reader ->
            reader.rows(
                row -> row.getString(0),
                """
                select l.profession_code || ' ' || l.savoir_faire_code || ' ' || l.postal_code
                from locum l join practitioner p on p.id = l.practitioner_id
                where p.national_id = $1
                """,
                nationalId));
  }

  private UUID locum(String familyName, Exercise exercise, TestPeople.At at) {
    UUID id = people.add(familyName, "Odile", exercise, at);
    database.run(
        transaction ->
            transaction.update(
                "insert into locum values ($1, $2, $3, $4)",
                id,
                exercise.professionCode(),
                Stream.ofNullable(exercise.savoirFaireCode()).findFirst().orElse(""),
                at.postalCode()));
    return id;
  }

  private static Api.Answer candidates(Api api, String query) {
    return api.get(DELEGATIONS + "/candidates" + query);
  }
}
