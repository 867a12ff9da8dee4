package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class NearTest extends RunningService {
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);

  @Inject TestPeople people;

  private UUID saintDenis;
  private UUID saintPierre;
  private UUID salazie;
  private UUID laon;

  @BeforeEach
  void settle() {
    saintPierre = add("97410", "Saint-Pierre");
    saintDenis = add("97400", "Saint-Denis");
    salazie = add("97433", "Salazie");
    laon = add("02000", "Laon");
  }

  @AfterEach
  void forget() {
    people.departAll();
  }

  @Test
  void whoPractisesWithinTheRadiusIsFoundWithTheDistance() {
    JsonNode page = near("97400", "10").body();

    assertThat(ids(page)).containsExactly(saintDenis.toString());
    JsonNode distance = page.at("/distances/0");
    assertThat(distance.get("id").asText()).isEqualTo(saintDenis.toString());
    assertThat(distance.get("km").asInt()).isZero();
    assertThat(distance.get("approximate").asBoolean(true)).isFalse();
  }

  @Test
  void thoseCloserByComeFirstAmongEqualsAndAnInseeCodeNamesACommuneToo() {
    assertThat(ids(near("97411", "100").body()))
        .startsWith(saintDenis.toString())
        .containsExactlyInAnyOrder(
            saintDenis.toString(), saintPierre.toString(), salazie.toString());
  }

  @Test
  void theNurseOfAVillageIsFoundFromTheNextVillageAndNotFromTheFarCornerOfTheDepartment() {
    UUID wissant = inVillage("62899", "62179", "Wissant");
    UUID bertincourt = inVillage("62117", "62124", "Bertincourt");

    JsonNode page = around("62054", "10").body();
    assertThat(ids(page)).containsExactly(wissant.toString());
    assertThat(page.at("/distances/0/km").asInt()).isBetween(4, 8);
    assertThat(page.at("/distances/0/approximate").asBoolean(true)).isFalse();
    assertThat(ids(around("62117", "1").body())).containsExactly(bertincourt.toString());
    assertThat(ids(around("62054", "60").body())).doesNotContain(bertincourt.toString());
  }

  @Test
  void whoseCommuneIsNotStatedCountsByThePostalCodeAndTheDistanceSaysSo() {
    UUID somewhere = add("62179", "Audinghen");

    JsonNode page = around("62899", "5").body();
    assertThat(ids(page)).containsExactly(somewhere.toString());
    assertThat(page.at("/distances/0/approximate").asBoolean()).isTrue();
  }

  @Test
  void aCommuneWithoutARadiusIsTheCommuneAloneAndItsFormerCodesAreIt() {
    UUID marconne = inVillage("62549", "62140", "Marconne");
    UUID wissant = inVillage("62899", "62179", "Wissant");

    assertThat(ids(in("62447").body())).containsExactly(marconne.toString());
    assertThat(ids(in("62899").body())).containsExactly(wissant.toString());
    assertThat(in("62899").body().has("distances")).isFalse();
  }

  @Test
  void aCommuneThatDoesNotExistIsRefusedWhereSomethingIsAroundIt() {
    Api.Answer answer = around("62999", "10");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("commune");
    assertThat(ids(in("62999").body())).isEmpty();
  }

  @Test
  void nearAloneIsASearchAndOtherSearchesHaveNoDistances() {
    Api.Answer alone = practitioner(CLAIRE_MOREAU).search(Map.of("near", "97400", "radius", "1"));
    assertThat(ids(alone.body())).contains(saintDenis.toString());
    assertThat(search("quimperois").body().has("distances")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "44000,0",
    "44000,201",
    "44000,-5",
    "44000,x",
    "4400,10",
    "nantes,10",
    "00000,10",
    "99999,10"
  })
  void whatIsNoPlaceOrNoRadiusIsRefused(String near, String radius) {
    assertThat(near(near, radius).status()).isEqualTo(400);
  }

  @Test
  void aRadiusAroundNothingIsRefused() {
    Api.Answer answer =
        practitioner(CLAIRE_MOREAU).search(Map.of("q", "quimperois", "radius", "10"));
    assertThat(answer.status()).isEqualTo(400);
  }

  private static Api.Answer near(String near, String radius) {
    return practitioner(CLAIRE_MOREAU)
        .search(Map.of("q", "quimperois", "near", near, "radius", radius));
  }

  private static Api.Answer around(String commune, String radius) {
    return practitioner(CLAIRE_MOREAU)
        .search(Map.of("q", "quimperois", "commune", commune, "radius", radius));
  }

  private static Api.Answer in(String commune) {
    return practitioner(CLAIRE_MOREAU).search(Map.of("q", "quimperois", "commune", commune));
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsText("id");
  }

  private UUID add(String postalCode, String town) {
    return people.add(
        "QUIMPEROIS",
        "Odile",
        NURSE,
        new TestPeople.At(postalCode, town, "R" + postalCode, "Cabinet"));
  }

  private UUID inVillage(String commune, String postalCode, String town) {
    UUID person = add(postalCode, town);
    people.isIn(person, commune);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ids(in(commune).body()).contains(person.toString()));
    return person;
  }
}
