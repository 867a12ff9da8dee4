package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.search.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a search by skill or diploma finds, the resource that is answered says. */
@QuarkusTest
class FhirDetailsTest extends RunningService {
  private static final Exercise DOCTOR = new Exercise("10", "Médecin", "SM54", "Médecine générale");
  private static final TestPeople.At ISLAND =
      new TestPeople.At("97680", "Tsingoni", "R97680000000001", "CABINET DU LAGON BLEU");
  private static final String R48 =
      "https://mos.esante.gouv.fr/NOS/TRE_R48-DiplomeEtatFrancais/FHIR/TRE-R48-DiplomeEtatFrancais";
  private static final String SAVOIR_FAIRE = "urn:oid:1.2.250.1.71.4.2.5";

  @Inject TestPeople people;
  private FhirApi claire = new FhirApi(Api.nobody());
  private UUID id = new UUID(0, 0);

  @BeforeEach
  void addSomebodyWithDetails() {
    claire = new FhirApi(practitioner(CLAIRE_MOREAU));
    // Reads what answers are validated with, which takes longer than the index to follow.
    claire.get("metadata");
    id = people.add("VAUGIRARD", "Alix", DOCTOR, ISLAND);
    people.isListedWith(
        id,
        List.of(
            new Skill("SM57", "Allergologie", "Spécialité ordinale", "Médecin"),
            new Skill("CAPA03", "Gérontologie", "Capacité", "Infirmier")),
        List.of(
            new Qualification(
                Qualification.Kind.authorisation,
                "Autorisation de plein exercice",
                null,
                "Médecin",
                "AM01",
                null),
            new Qualification(
                Qualification.Kind.diploma,
                "DE Docteur en médecine",
                "Diplôme d'Etat français",
                null,
                "DE28",
                "DE")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !found("qualification-code", "DE28").isEmpty());
  }

  @AfterEach
  void forgetTestPeople() {
    people.departAll();
  }

  @Test
  void aPractitionerIsFoundByEachQualificationThatTheResourceShows() {
    List<JsonNode> found = found("qualification-code", "SM57");

    assertThat(found).hasSize(1);
    List<String> shown = new ArrayList<>();
    assertThat(claire.get("Practitioner/" + id).body()).isEqualTo(found.getFirst());
    for (JsonNode coding : found.getFirst().at("/qualification").findValues("coding")) {
      for (JsonNode one : coding) {
        String token = one.get("system").asText() + "|" + one.get("code").asText();
        assertThat(found("qualification-code", token)).as(token).hasSize(1);
        shown.add(one.get("code").asText());
      }
    }
    assertThat(shown).containsExactly("10", "SM54", "SM57", "CAPA03", "AM01", "DE28", "DE");
  }

  @Test
  void aCodeIsOneOfItsSystemOnlyAndSystemsAreKnownByTheirOidToo() {
    assertThat(found("qualification-code", R48 + "|DE28")).hasSize(1);
    assertThat(found("qualification-code", CodeSystems.DIPLOMA_TYPE + "|DE28")).isEmpty();
    assertThat(found("qualification-code", CodeSystems.SPECIALITY + "|DE28")).isEmpty();
    assertThat(found("qualification-code", SAVOIR_FAIRE + "|SM57")).hasSize(1);
    assertThat(found("qualification-code", "urn:oid:1.2.250.1.71.1.2.7|10")).hasSize(1);
    assertThat(found("qualification-code", "urn:oid:1.2.250.1.71.1.2.7|SM57")).isEmpty();
  }

  @Test
  void aRoleHasTheSkillsOfItsProfessionAndIsFoundByThem() {
    for (String token : List.of("SM54", "SM57", SAVOIR_FAIRE + "|SM57")) {
      List<JsonNode> roles =
          claire.all("PractitionerRole", "practitioner", id.toString(), "specialty", token);
      assertThat(roles).as(token).hasSize(1);
      assertThat(roles.getFirst().at("/specialty").findValuesAsText("code"))
          .containsExactlyInAnyOrder("SM54", "SM57");
    }
    assertThat(claire.all("PractitionerRole", "practitioner", id.toString(), "specialty", "CAPA03"))
        .as("a skill of another profession than the one practised there")
        .isEmpty();
  }

  @Test
  void whoDepartedShowsNone() {
    people.depart(id, true);

    assertThat(claire.get("Practitioner/" + id).raw().body()).doesNotContain("SM57", "DE28");
  }

  private List<JsonNode> found(String... parameters) {
    String[] all = {"_id", id.toString(), parameters[0], parameters[1]};
    return claire.all("Practitioner", all);
  }
}
