package fr.liaison.directory.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.search.HostileWords;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StructureResourceTest extends RunningService {
  private static final String HOSPITAL = "F440900017";
  private static final String KEY_OF_HOSPITAL = "e6b71ef0-f525-8fd4-bc01-119438cfe2d5";
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final TestPeople.At LAGOON =
      new TestPeople.At("97434", "Saint-Gilles", "R97434000000001", "MAISON DE SANTE DU LAGON");

  @Inject Events events;
  @Inject TestPeople people;

  @AfterEach
  void forgetTestPeople() {
    people.departAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hopital saint-aubin",
        "hopital aubin nantes",
        "hopitl saint aubin",
        "opital saint obin",
        "440900017",
        "F440900017",
        "saint aubin 44",
      })
  void aStructureIsFoundAsPeopleTypeIt(String typed) {
    awaitFound("hopital saint-aubin", HOSPITAL);
    assertThat(ids(find(typed))).first().isEqualTo(HOSPITAL);
  }

  @Test
  void aStructureSaysWhereItIsAndWhoPractisesThere() {
    Api.Answer answer = practitioner(CLAIRE_MOREAU).get("/v1/structures/" + HOSPITAL);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode structure = answer.body();
    assertThat(structure.get("name").asText()).isEqualTo("HOPITAL SAINT-AUBIN");
    assertThat(structure.get("finess").asText()).isEqualTo("440900017");
    assertThat(structure.has("siret")).isFalse();
    assertThat(structure.get("town").asText()).isEqualTo("Nantes");
    int counted =
        structure.get("professions").findValues("count").stream().mapToInt(JsonNode::asInt).sum();
    assertThat(counted).isEqualTo(structure.get("people").asInt()).isPositive();
    assertThat(events.acts("directory.structure", HOSPITAL)).isNotEmpty();
  }

  @Test
  void aStructureIsReadByTheKeyThatStandsInWebAddresses() {
    awaitFound("hopital saint-aubin", HOSPITAL);
    Api claire = practitioner(CLAIRE_MOREAU);

    // The web client's tests hold the same pair.
    Api.Answer byKey = claire.get("/v1/structures/" + KEY_OF_HOSPITAL);

    assertThat(byKey.status()).isEqualTo(200);
    assertThat(byKey.body()).isEqualTo(claire.get("/v1/structures/" + HOSPITAL).body());
    assertThat(claire.get("/v1/structures/" + KEY_OF_HOSPITAL + "/members").body())
        .isEqualTo(claire.get("/v1/structures/" + HOSPITAL + "/members").body());
    assertThat(claire.get("/v1/structures/00000000-0000-8000-8000-000000000000").status())
        .isEqualTo(404);
  }

  @Test
  void aNewStructureIsFoundAndOneThatEverybodyLeftIsNot() {
    UUID id = people.add("VAUQUELIN", "Odile", NURSE, LAGOON);
    awaitFound("maison du lagon", LAGOON.structureId());

    people.depart(id, true);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !ids(find("maison du lagon")).contains(LAGOON.structureId()));
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(claire.get("/v1/structures/" + LAGOON.structureId()).status()).isEqualTo(404);
    assertThat(claire.get("/v1/structures/" + LAGOON.structureId() + "/members").status())
        .isEqualTo(404);
  }

  @Test
  void membersComeByNamePageByPageEachOnce() {
    List<UUID> added = new ArrayList<>();
    for (String name : List.of("ADAM", "ADAM", "BERGER", "CLAIN", "DIJOUX")) {
      added.add(people.add(name, "Odile", NURSE, LAGOON));
    }
    UUID left = people.add("BOYER", "Odile", NURSE, LAGOON);
    people.depart(left, true);

    List<String> seen = new ArrayList<>();
    String path = "/v1/structures/" + LAGOON.structureId() + "/members?limit=2";
    String next = "";
    do {
      JsonNode page = practitioner(CLAIRE_MOREAU).get(path + next).body();
      page.get("items").forEach(member -> seen.add(member.get("id").asText()));
      next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!next.isEmpty());

    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(added.stream().map(UUID::toString).toList());
    assertThat(seen.getLast()).isEqualTo(added.getLast().toString());
    assertThat(events.acts("directory.structure-members", LAGOON.structureId())).hasSize(3);
  }

  @Test
  void pagesOfASearchGoOnWhereTheFormerEnded() {
    awaitFound("hopital saint-aubin", HOSPITAL);
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          practitioner(CLAIRE_MOREAU)
              .get("/v1/structures?q=cabinet%20nantes&limit=3" + next)
              .body();
      page.get("items").forEach(structure -> seen.add(structure.get("id").asText()));
      next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!next.isEmpty());

    assertThat(seen).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(ids(find("cabinet nantes"))).first().isEqualTo(seen.getFirst());
  }

  @Test
  void theSearchIsAuditedWithoutItsWords() {
    awaitFound("hopital saint-aubin", HOSPITAL);
    find("zanzibarbier");
    assertThat(events.acts("directory.structure-search", "\"found\"")).isNotEmpty();
    assertThat(events.acts("directory.structure-search", "zanzibarbier")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?q=",
        "?q=%20%2C",
        "?q=a%20b%20c%20d%20e%20f%20g%20h%20i",
        "?q=nantes&limit=0",
        "?q=nantes&limit=51",
        "?q=nantes&limit=x",
        "?q=nantes&cursor=x",
        "?q=nantes&cursor=%2F%2F",
        "/F440900017/members?limit=-1",
        "/F440900017/members?cursor=AAAA",
        "/F440900017/services?limit=0",
        "/F440900017/services?cursor=AAAA",
      })
  void whatIsNoSearchIsRefused(String query) {
    Api.Answer answer = practitioner(CLAIRE_MOREAU).get("/v1/structures" + query);
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @FieldSource("fr.liaison.directory.search.HostileWords#ALL")
  void whateverIsTypedIsAnsweredQuickly(String typed) {
    HostileWords.areAnsweredQuickly(() -> find(typed));
  }

  @Test
  void tooLongATextIsRefusedAndNotEchoed() {
    Api.Answer answer = find("q".repeat(101));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.raw().body()).doesNotContain("qqqq");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?q=nantes", "/F440900017", "/F440900017/members", "/F440900017/services"})
  void strangersAdministratorsAndThoseWhoLeftAreRefused(String what) {
    String path = "/v1/structures" + what;
    assertThat(Api.nobody().get(path).status()).isEqualTo(401);
    assertThat(administrator().get(path).status()).isEqualTo(403);
    assertThat(Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF)).get(path).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"F999999999", "a%20b", "%00", "'%20or%201=1", "%C3%A9"})
  void anUnknownStructureIsNotFound(String id) {
    assertThat(practitioner(CLAIRE_MOREAU).get("/v1/structures/" + id).status()).isIn(404, 400);
  }

  private static Api.Answer find(String q) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/structures?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  private static List<String> ids(Api.Answer page) {
    return page.status() == 200 ? page.body().get("items").findValuesAsText("id") : List.of();
  }

  private static void awaitFound(String q, String id) {
    await().atMost(Duration.ofSeconds(60)).until(() -> ids(find(q)).contains(id));
  }
}
