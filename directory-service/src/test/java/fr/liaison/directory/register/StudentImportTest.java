package fr.liaison.directory.register;

import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody takes a student for a professional, although both have the same code. */
@QuarkusTest
class StudentImportTest extends RunningService {
  private static final List<String> DOCTOR = List.of("10", "Médecin");
  private static final List<String> NURSE = List.of("60", "Infirmier");

  @Inject Database database;

  @AfterEach
  void restore() throws IOException {
    upload();
  }

  @Test
  void theCardSaysInWhatCapacityTheProfessionIsHeld() throws IOException {
    upload(
        row(901, "CARABIN", "Alix", DOCTOR, "E"),
        row(902, "CARABIN", "Berthe", DOCTOR, "C"),
        row(903, "CARABIN", "Camille", DOCTOR, "M"),
        row(904, "CARABIN", "Denise", DOCTOR, ""),
        row(905, "CARABIN", "Emma", DOCTOR, "?"));

    assertThat(card(901).path("category").asText()).isEqualTo("student");
    assertThat(card(901).path("profession").asText()).isEqualTo("Médecin");
    assertThat(card(902).path("category").asText()).isEqualTo("civil");
    assertThat(card(903).path("category").asText()).isEqualTo("military");
    assertThat(card(904).has("category")).isFalse();
    assertThat(card(905).has("category")).isFalse();
    assertThat(signed(901).at("/card/category").asText()).isEqualTo("student");
  }

  @Test
  void aStudentWhoHoldsAnotherProfessionInFullIsShownByThat() throws IOException {
    upload(
        row(906, "DOUBLE", "Alix", DOCTOR, "E"),
        row(906, "DOUBLE", "Alix", NURSE, "C"),
        row(907, "DOUBLE", "Berthe", DOCTOR, "E"),
        row(907, "DOUBLE", "Berthe", DOCTOR, "C"));

    assertThat(card(906).path("profession").asText()).isEqualTo("Infirmier");
    assertThat(card(906).path("professionCode").asText()).isEqualTo("60");
    assertThat(card(906).path("category").asText()).isEqualTo("civil");
    assertThat(card(907).path("category").asText()).isEqualTo("civil");
  }

  @Test
  void whoGraduatesIsShownSoByTheNextFileAndTheCardsDigestTellsIt() throws IOException {
    upload(row(908, "PROMU", "Alix", DOCTOR, ""));
    String unsaid = digest(908);
    upload(row(908, "PROMU", "Alix", DOCTOR, "E"));
    String student = digest(908);

    upload(row(908, "PROMU", "Alix", DOCTOR, "C"));

    assertThat(card(908).path("category").asText()).isEqualTo("civil");
    assertThat(student).isNotEqualTo(unsaid);
    assertThat(digest(908)).isEqualTo(unsaid);
  }

  @Test
  void aFileThatTellsNoStudentsIsRefused() throws IOException {
    String without =
        SyntheticRegister.text().replaceFirst("Code catégorie professionnelle", "Code inconnu");

    Api.Answer answer =
        administrator()
            .postText("/v1/register-imports?registerDate=2026-11-20", "text/plain", without);

    assertThat(answer.body().at("/report/reason").asText()).isEqualTo("missing-column");
  }

  @Test
  void aStudentStandsInForNobodyAndIsNoLocum() throws IOException {
    upload(
        SyntheticRegister.Row.of("8", rpps(909))
            .person("M", "SUPPLEANT", "Alix")
            .profession(List.of("10", "Médecin", "S", "Spécialité ordinale", "SM54", "MG"))
            .with("Code catégorie professionnelle", "E")
            .with("Code rôle", "FON-22")
            .with("Code postal (coord. structure)", "44000")
            .line());
    LocalDate today = LocalDate.now(Replacements.ZONE);
    Api claire = practitioner(CLAIRE_MOREAU);

    Api.Answer answer =
        claire.post(
            "/v1/delegations",
            Map.of(
                "locumId",
                idOf("8" + rpps(909)),
                "startsOn",
                today.toString(),
                "endsOn",
                today.toString()));

    assertThat(answer.code()).isEqualTo("invalid-parameter");
    assertThat(answer.body().path("field").asText()).isEqualTo("locumId");
    assertThat(
            claire
                .get("/v1/delegations/candidates?radius=200")
                .body()
                .findValuesAsText("familyName"))
        .doesNotContain("SUPPLEANT");
  }

  @Test
  void nobodyStandsInForAStudent() throws IOException {
    upload(row(914, "EXTERNE", "Chloé", DOCTOR, "E"));
    String today = LocalDate.now(Replacements.ZONE).toString();

    Api.Answer answer =
        practitioner("8" + rpps(914))
            .post(
                "/v1/delegations",
                Map.of("locumId", idOf(KARIM_BENALI), "startsOn", today, "endsOn", today));

    assertThat(answer.code()).isEqualTo("invalid-parameter");
    assertThat(answer.body().path("field").asText()).isEqualTo("replacedId");
  }

  @Test
  void whoLostTheProfessionByATopUpIsNoLocumAnyMore() throws IOException {
    upload(
        SyntheticRegister.Row.of("8", rpps(915))
            .person("M", "SUPPLEANTE", "Rose")
            .profession(List.of("10", "Médecin", "S", "Spécialité ordinale", "SM54", "MG"))
            .with("Code catégorie professionnelle", "C")
            .with("Code rôle", "FON-22")
            .with("Code postal (coord. structure)", "44000")
            .line());
    assertThat(locums()).contains("SUPPLEANTE");

    database.run(
        transaction ->
            transaction.update(
                "update practitioner set exercises = array['10|Médecin|SM54|MG|E']"
                    + " where national_id = $1",
                "8" + rpps(915)));

    assertThat(locums()).doesNotContain("SUPPLEANTE");
  }

  @Test
  void aStudentIsNeverTakenForTheProfessionalOfThatNameUnasked() throws IOException {
    upload(row(916, "HOMONYME-RARE", "Chloé", DOCTOR, "E"));
    Map<String, String> names =
        Map.of(
            "familyName",
            "HOMONYME-RARE",
            "givenName",
            "Chloé",
            "postalCode",
            SHOP.postalCode(),
            "town",
            SHOP.town());
    Map<String, String> doctor = new HashMap<>(names);
    doctor.put("profession", "médecin");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(confidence(names)).isEqualTo("certain"));
    assertThat(confidence(doctor)).isEqualTo("ambiguous");
  }

  private static String confidence(Map<String, String> row) {
    Api.Answer answer =
        practitioner(CLAIRE_MOREAU).post("/v1/practitioners/matches", Map.of("rows", List.of(row)));
    return answer.body().at("/items/0/confidence").asText();
  }

  private static List<String> locums() {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/delegations/candidates?radius=200")
        .body()
        .findValuesAsText("familyName");
  }

  @Test
  void whoAsksForAProfessionFindsThoseWhoHoldItFirst() throws IOException {
    upload(
        row(910, "ZYGOMATIQUE", "Alix", DOCTOR, "E"),
        row(911, "ZYGOMATIQUE", "Berthe", DOCTOR, "C"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(found("zygomatique")).containsExactly("Alix", "Berthe");
              assertThat(found("zygomatique médecin")).containsExactly("Berthe", "Alix");
              assertThat(found("zygomatique dr")).containsExactly("Berthe", "Alix");
            });
  }

  @Test
  void inFhirAStudentHasNoCodeOfAProfession() throws IOException {
    upload(row(912, "EXTERNE", "Alix", DOCTOR, "E"), row(913, "EXTERNE", "Berthe", DOCTOR, "C"));
    String profession =
        "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante|10";
    String training =
        "https://mos.esante.gouv.fr/NOS/TRE_G16-ProfessionFormation/FHIR/TRE-G16-ProfessionFormation|10";

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(fhir("Practitioner", "qualification-code", profession))
                  .containsExactly("Berthe");
              assertThat(fhir("Practitioner", "qualification-code", training))
                  .containsExactly("Alix");
              assertThat(fhir("Practitioner", "qualification-code", "10"))
                  .containsExactly("Alix", "Berthe");
            });
    JsonNode student = fhirPage("Practitioner", "qualification-code", training);
    assertThat(student.findValuesAsText("system"))
        .contains(
            "https://mos.esante.gouv.fr/NOS/TRE_R09-CategorieProfessionnelle/FHIR/TRE-R09-CategorieProfessionnelle")
        .noneMatch(system -> system.contains("TRE_G15"));
    assertThat(student.toString()).contains("Médecin en formation");
    JsonNode role =
        practitioner(CLAIRE_MOREAU)
            .get("/fhir/PractitionerRole?practitioner=" + idOf("8" + rpps(912)))
            .body();
    assertThat(role.toString()).contains("TRE_G16").doesNotContain("TRE_G15");
  }

  private static String row(
      int number, String familyName, String givenName, List<String> profession, String category) {
    return SyntheticRegister.Row.of("8", rpps(number))
        .person("M", familyName, givenName)
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

  private static JsonNode card(int number) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + idOf("8" + rpps(number))).body();
  }

  private static Api.Answer signedCard(int number) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/practitioners/" + idOf("8" + rpps(number)) + "/card");
  }

  private static String digest(int number) {
    return signedCard(number).body().path("digest").asText();
  }

  private static JsonNode signed(int number) throws IOException {
    String payload = signedCard(number).body().path("jws").asText().split("\\.", -1)[1];
    return new ObjectMapper()
        .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }

  private static List<String> found(String words) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/practitioners?q=" + words.replace(" ", "%20").replace("é", "%C3%A9"))
        .body()
        .path("items")
        .findValuesAsText("givenName");
  }

  private static JsonNode fhirPage(String type, String parameter, String value) {
    return practitioner(CLAIRE_MOREAU)
        .get("/fhir/" + type + "?family=externe&" + parameter + "=" + value.replace("|", "%7C"))
        .body();
  }

  private static List<String> fhir(String type, String parameter, String value) {
    List<String> names = new ArrayList<>();
    StreamSupport.stream(fhirPage(type, parameter, value).path("entry").spliterator(), false)
        .map(entry -> entry.at("/resource/name/0/given/0"))
        .filter(JsonNode::isTextual)
        .forEach(name -> names.add(name.asText()));
    return names;
  }
}
