package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FhirResourceTest extends RunningService {
  private static final String RPPS_OF_CLAIRE = "https://rpps.esante.gouv.fr|99700219001";
  private static final String HOSPITAL = "F440900017";
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final TestPeople.At ISLAND =
      new TestPeople.At("97680", "Tsingoni", "R97680000000001", "CABINET DU LAGON BLEU");

  @Inject Events events;
  @Inject TestPeople people;
  private FhirApi claire = new FhirApi(Api.nobody());

  @BeforeEach
  void logIn() {
    claire = new FhirApi(practitioner(CLAIRE_MOREAU));
  }

  @AfterEach
  void forgetTestPeople() {
    people.departAll();
  }

  @Test
  void theCapabilityStatementIsPublicAndListsWhatIsServed() {
    Api.Answer answer = new FhirApi(Api.nobody()).get("metadata");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("fhirVersion").asText()).isEqualTo("4.0.1");
    assertThat(answer.body().at("/rest/0/resource").findValuesAsText("type"))
        .contains("Practitioner", "PractitionerRole", "Organization");
  }

  @Test
  void aPractitionerIsFoundByRppsNumberAndReadByItsId() {
    Api.Answer page = claire.get("Practitioner", "identifier", RPPS_OF_CLAIRE);

    assertThat(page.body().get("total").asInt()).isEqualTo(1);
    JsonNode found = FhirApi.entries(page, "match").getFirst();
    assertThat(found.at("/name/0/family").asText()).isEqualTo("MOREAU");
    assertThat(found.get("active").asBoolean()).isTrue();
    assertThat(found.findValuesAsText("value")).contains("899700219001", "99700219001");
    assertThat(found.at("/qualification/0/code/coding/0/system").asText())
        .isEqualTo(
            "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante");
    assertThat(found.at("/qualification/1/code/coding/0/code").asText()).isEqualTo("SM54");
    Api.Answer read = claire.get("Practitioner/" + found.get("id").asText());
    assertThat(read.body()).isEqualTo(found);
    assertThat(page.body().at("/entry/0/fullUrl").asText())
        .isEqualTo(
            "http://localhost:8080/api/directory/fhir/Practitioner/" + found.get("id").asText());
    assertThat(events.acts("directory.card", found.get("id").asText())).isNotEmpty();
  }

  @Test
  void anIdentifierIsLookedUpInTheSystemThatIsNamed() {
    for (String value :
        List.of(
            "99700219001",
            "899700219001",
            "urn:oid:1.2.250.1.71.4.2.1|899700219001",
            RPPS_OF_CLAIRE + ",https://rpps.esante.gouv.fr|11111111111")) {
      assertThat(FhirApi.families(claire.all("Practitioner", "identifier", value)))
          .as(value)
          .containsExactly("MOREAU");
    }
    for (String value :
        List.of(
            "https://elsewhere.example|99700219001", "|99700219001", "||", "|", "99700219002")) {
      assertThat(claire.all("Practitioner", "identifier", value)).as(value).isEmpty();
    }
  }

  @Test
  void namesAreComparedByTheirBeginningsWithoutAccentsOrCase() {
    assertThat(FhirApi.families(claire.all("Practitioner", "family", "lefevre")))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("LEFÈVRE") || name.startsWith("LEFEVRE"));
    assertThat(FhirApi.families(claire.all("Practitioner", "name", "zoé lef"))).contains("LEFÈVRE");
    assertThat(FhirApi.families(claire.all("Practitioner", "family", "lefevre", "given", "zo")))
        .contains("LEFÈVRE");
    assertThat(claire.all("Practitioner", "family", "zoe", "given", "lefevre")).isEmpty();
    assertThat(FhirApi.families(claire.all("Practitioner", "family", "nobodyofthisname,Moreau")))
        .contains("MOREAU")
        .allMatch(name -> name.startsWith("MOREAU"));
    assertThat(claire.all("Practitioner", "name", "nantes")).isEmpty();
  }

  @Test
  void aQualificationIsAProfessionOrASavoirFaireOfItsSystem() {
    String g15 = CodeSystems.PROFESSION + "|10";
    assertThat(claire.all("Practitioner", "family", "moreau", "qualification-code", g15))
        .isNotEmpty();
    assertThat(claire.all("Practitioner", "family", "moreau", "qualification-code", "SM54"))
        .isNotEmpty();
    String wrong = CodeSystems.SPECIALITY + "|10";
    assertThat(claire.all("Practitioner", "family", "moreau", "qualification-code", wrong))
        .isEmpty();
  }

  @Test
  void pagesFollowEachOtherAndShowEachOnce() {
    List<String> ids =
        claire.all("Practitioner", "qualification-code", "10", "_count", "7").stream()
            .map(one -> one.get("id").asText())
            .toList();

    assertThat(ids).hasSizeGreaterThan(7).doesNotHaveDuplicates();
    assertThat(
            claire.all("Practitioner", "qualification-code", "10", "_count", "50").stream()
                .map(one -> one.get("id").asText()))
        .containsExactlyElementsOf(ids);
    Api.Answer first = claire.get("Practitioner", "qualification-code", "10", "_count", "7");
    assertThat(first.body().has("total")).isFalse();
    assertThat(FhirApi.link(first, "self")).contains("_count=7").doesNotContain("_cursor");
  }

  @Test
  void rolesSayWherePeoplePractiseAndBringThemAlong() {
    Api.Answer page =
        claire.get(
            "PractitionerRole",
            "practitioner",
            "Practitioner/" + idOf(KARIM_BENALI),
            "_include",
            "PractitionerRole:practitioner",
            "_include",
            "PractitionerRole:organization");

    List<JsonNode> roles = FhirApi.entries(page, "match");
    assertThat(roles).hasSize(1);
    JsonNode role = roles.getFirst();
    assertThat(role.at("/organization/reference").asText()).isEqualTo("Organization/" + HOSPITAL);
    assertThat(role.at("/code/0/coding/0/code").asText()).isEqualTo("10");
    assertThat(role.at("/specialty/0/coding/0/code").asText()).isEqualTo("SM04");
    assertThat(
            FhirApi.entries(page, "include").stream().map(one -> one.get("resourceType").asText()))
        .containsExactlyInAnyOrder("Practitioner", "Organization");
    assertThat(claire.get("PractitionerRole/" + role.get("id").asText()).body()).isEqualTo(role);
    Api.Answer reverse =
        claire.get(
            "Practitioner",
            "_id",
            idOf(KARIM_BENALI),
            "_revinclude",
            "PractitionerRole:practitioner");
    assertThat(FhirApi.entries(reverse, "include")).containsExactly(role);
  }

  @Test
  void rolesOfAStructureAreFoundByProfessionPageByPage() {
    List<JsonNode> all = claire.all("PractitionerRole", "organization", HOSPITAL, "_count", "1");
    assertThat(all.stream().map(role -> role.get("id").asText()))
        .hasSizeGreaterThan(1)
        .doesNotHaveDuplicates();
    assertThat(all)
        .allMatch(
            role -> role.at("/organization/reference").asText().equals("Organization/" + HOSPITAL));
    List<JsonNode> cardiologists =
        claire.all("PractitionerRole", "organization", HOSPITAL, "specialty", "SM04");
    assertThat(cardiologists).isNotEmpty().hasSizeLessThanOrEqualTo(all.size());
    assertThat(claire.all("PractitionerRole", "organization", HOSPITAL, "role", "999")).isEmpty();
  }

  @Test
  void rolesOfOnePersonGoOnInTheMiddle() {
    UUID id = people.add("VAUBERNIER", "Alix", NURSE, ISLAND);
    people.practisesAlsoAt(id, NURSE, HOSPITAL);
    people.practisesAlsoAt(id, NURSE, "R97680000000002");
    awaitFound("vaubernier");

    List<JsonNode> roles =
        claire.all("PractitionerRole", "practitioner", id.toString(), "_count", "2");

    assertThat(roles.stream().map(role -> role.get("id").asText()))
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void organizationsAreFoundByNumberNameAndTown() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !claire.all("Organization", "name", "saint-aubin").isEmpty());
    for (String value :
        List.of("https://finess.esante.gouv.fr|440900017", "440900017", "1440900017", HOSPITAL)) {
      List<JsonNode> found = claire.all("Organization", "identifier", value);
      assertThat(found).as(value).hasSize(1);
      assertThat(found.getFirst().get("name").asText()).isEqualTo("HOPITAL SAINT-AUBIN");
    }
    assertThat(
            claire.all(
                "Organization",
                "name",
                "hopital",
                "address-city",
                "nantes",
                "address-postalcode",
                "44"))
        .isNotEmpty();
    assertThat(claire.all("Organization", "name", "saint-aubin", "address-city", "marseille"))
        .isEmpty();
    List<JsonNode> paged = claire.all("Organization", "address-city", "Nantes", "_count", "2");
    assertThat(paged.stream().map(one -> one.get("id").asText()))
        .hasSizeGreaterThan(2)
        .doesNotHaveDuplicates();
    JsonNode read = claire.get("Organization/" + HOSPITAL).body();
    assertThat(read.at("/address/0/city").asText()).isEqualTo("Nantes");
  }

  @Test
  void whoDepartedIsInactiveByIdAndInNoSearch() {
    UUID id = people.add("VAUBLANCHARD", "Odile", NURSE, ISLAND);
    awaitFound("vaublanchard");
    people.depart(id, true);

    assertThat(claire.get("Practitioner/" + id).body().get("active").asBoolean()).isFalse();
    assertThat(claire.all("Practitioner", "_id", id.toString())).isEmpty();
    assertThat(claire.all("Practitioner", "identifier", "test-" + id)).isEmpty();
    assertThat(claire.all("Practitioner", "_id", id.toString(), "active", "false")).isEmpty();
    assertThat(claire.all("PractitionerRole", "practitioner", id.toString())).isEmpty();
  }

  @Test
  void aSuspendedPersonIsShownAsTheRegisterSaysAndInNoSearch() {
    UUID id = people.add("VAUCRESSON", "Odile", NURSE, ISLAND);
    awaitFound("vaucresson");
    people.suspend(id);

    assertThat(claire.get("Practitioner/" + id).body().get("active").asBoolean()).isTrue();
    assertThat(claire.all("Practitioner", "_id", id.toString())).isEmpty();
    assertThat(claire.all("Practitioner", "family", "vaucresson")).isEmpty();
  }

  @Test
  void aSearchIsAuditedByItsShapeWithoutItsWords() {
    claire.all("Practitioner", "family", "zanzibardier");
    claire.all("Organization", "name", "zanzibardier");

    assertThat(events.acts("directory.search", "\"fhir\"")).isNotEmpty();
    assertThat(events.acts("directory.search", "zanzibardier")).isEmpty();
    assertThat(events.acts("directory.structure-search", "\"fhir\"")).isNotEmpty();
    assertThat(events.acts("directory.structure-search", "zanzibardier")).isEmpty();
  }

  @Test
  void onlyThoseWhoMayReadTheDirectoryMayReadItSo() {
    for (String path :
        List.of(
            "Practitioner?name=moreau",
            "Practitioner/" + UUID.randomUUID(),
            "PractitionerRole?role=10",
            "PractitionerRole/x",
            "Organization?name=hopital",
            "Organization/" + HOSPITAL)) {
      assertThat(new FhirApi(Api.nobody()).get(path).status()).as(path).isEqualTo(401);
      FhirApi administrator = new FhirApi(administrator());
      assertThat(administrator.get(path).status()).as(path).isEqualTo(403);
      FhirApi gone = new FhirApi(Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF)));
      Api.Answer refused = gone.get(path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body().at("/issue/0/code").asText()).isEqualTo("forbidden");
    }
    FhirApi officer = new FhirApi(Api.as(TestTokens.account("officer", "compliance-officer")));
    assertThat(officer.get("Practitioner", "name", "moreau").status()).isEqualTo(200);
    FhirApi head = new FhirApi(Api.as(TestTokens.account("head", "structure-admin")));
    assertThat(head.get("Practitioner", "name", "moreau").status()).isEqualTo(200);
  }

  private void awaitFound(String family) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !claire.all("Practitioner", "family", family).isEmpty());
  }
}
