package fr.liaison.directory.register;

import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that show no whole card tell students and invited people from professionals as well. */
@QuarkusTest
class StudentListsTest extends RunningService {
  private static final List<String> DOCTOR = List.of("10", "Médecin");
  private static final List<String> NURSE = List.of("60", "Infirmier");
  private static final TestPeople.At HOUSE =
      new TestPeople.At("44000", "Nantes", "R44000000009301", "MAISON DES LISTES");

  @Inject Database database;
  @Inject TestPeople people;

  @AfterEach
  void restore() throws IOException {
    database.run(transaction -> transaction.update("delete from delegation"));
    people.departAll();
    upload();
  }

  @Test
  void aSituationSaysWhenItsProfessionIsOnlyStudied() throws IOException {
    upload(row(931, "DOUBLE", DOCTOR, "E"), row(931, "DOUBLE", NURSE, "C"));

    JsonNode card = card(931);

    assertThat(card.path("profession").asText()).isEqualTo("Infirmier");
    assertThat(categoryOf(card, "Médecin")).isEqualTo("student");
    assertThat(categoryOf(card, "Infirmier")).isEqualTo("civil");
  }

  @Test
  void aDelegationSaysThatSomebodyBecameAStudentOfTheProfession() throws IOException {
    upload(row(933, "SUPPLEANT", DOCTOR, "C"));
    Api claire = practitioner(CLAIRE_MOREAU);
    String today = LocalDate.now(Replacements.ZONE).toString();
    Api.Answer proposal =
        claire.post(
            "/v1/delegations", Map.of("locumId", id(933), "startsOn", today, "endsOn", today));
    assertThat(proposal.body().at("/locum/familyName").asText()).isEqualTo("SUPPLEANT");
    assertThat(proposal.body().path("locum").has("standing")).isFalse();
    practitioner("8" + rpps(933))
        .post("/v1/delegations/" + proposal.body().path("id").asText() + "/acceptance", Map.of());

    upload(row(933, "SUPPLEANT", DOCTOR, "E"));

    JsonNode listed = claire.get("/v1/delegations").body().at("/items/0");
    assertThat(listed.at("/locum/standing").asText()).isEqualTo("student");
    assertThat(listed.path("replaced").has("standing")).isFalse();
    JsonNode card =
        practitioner(JULIE_PETIT).get("/v1/practitioners/" + idOf(CLAIRE_MOREAU)).body();
    assertThat(card.at("/replacement/replacedBy/0/standing").asText()).isEqualTo("student");
  }

  @Test
  void administratorsSeeWhoStudiesAndWhoWasInvited() throws IOException {
    upload(row(934, "LISTEE", DOCTOR, "E"), row(935, "LISTEZ", DOCTOR, "C"));
    UUID invited = invited("LISTEF", "Médecin généraliste");

    JsonNode found = administrator().get("/v1/people?q=LISTE").body();

    List<String> standings = new ArrayList<>();
    found
        .path("items")
        .forEach(
            one ->
                standings.add(
                    one.path("familyName").asText() + " " + one.path("standing").asText("none")));
    assertThat(standings).containsExactly("LISTEE student", "LISTEF invited", "LISTEZ none");
    assertThat(administrator().get("/v1/people/" + invited).body().path("standing").asText())
        .isEqualTo("invited");
    assertThat(administrator().get("/v1/people/" + id(934)).body().path("standing").asText())
        .isEqualTo("student");
  }

  @Test
  void aStructureCountsStudentsApartAndInvitedPeopleTogether() {
    people.add("AUBERT", "Alix", exercise("10|Médecin|||C"), HOUSE);
    people.add("AUBERT", "Berthe", exercise("10|Médecin|SM54|MG|E"), HOUSE);
    people.add("AUBERT", "Camille", exercise("10|Médecin|||E"), HOUSE);
    invited("AUBERT", "Brancardier");
    invited("AUBERT", "Secrétaire");

    JsonNode structure =
        practitioner(CLAIRE_MOREAU).get("/v1/structures/" + HOUSE.structureId()).body();

    List<String> groups = new ArrayList<>();
    structure
        .path("professions")
        .forEach(
            one ->
                groups.add(
                    String.join(
                        "|",
                        one.path("code").asText(),
                        one.path("label").asText(),
                        one.path("count").asText(),
                        one.path("standing").asText("none"))));
    assertThat(groups)
        .containsExactly(
            "INVITE|Personne invitée par une structure|2|invited",
            "10|Médecin|2|student",
            "10|Médecin|1|none");
  }

  /** As an accepted invitation of before functions were refused leaves it. */
  private UUID invited(String familyName, String function) {
    UUID id = people.add(familyName, "Odile", exercise("INVITE|" + function + "||"), HOUSE);
    database.run(
        transaction ->
            transaction.update("update practitioner set source = 'structure' where id = $1", id));
    return id;
  }

  private static Exercise exercise(String stored) {
    return Exercise.of(stored);
  }

  private static String categoryOf(JsonNode card, String profession) {
    for (JsonNode one : card.path("situations")) {
      if (one.path("profession").asText().equals(profession)) {
        return one.path("category").asText();
      }
    }
    throw new AssertionError("no such situation");
  }

  private static JsonNode card(int number) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + id(number)).body();
  }

  private static String id(int number) {
    return idOf("8" + rpps(number));
  }

  private static String row(
      int number, String familyName, List<String> profession, String category) {
    return SyntheticRegister.Row.of("8", rpps(number))
        .person("M", familyName, "Alix")
        .profession(List.of(profession.get(0), profession.get(1), "", "", "", ""))
        .with("Code catégorie professionnelle", category)
        .with("Identifiant technique de la structure", SHOP.id())
        .with("Raison sociale site", SHOP.name())
        .with("Code postal (coord. structure)", SHOP.postalCode())
        .with("Libellé commune (coord. structure)", SHOP.town())
        .line();
  }

  private static void upload(String... rows) throws IOException {
    Api.Answer answer = RegisterFiles.upload("2026-11-20", rows);
    assertThat(answer.body().path("outcome").asText())
        .as(answer.raw().body())
        .isEqualTo("accepted");
  }
}
