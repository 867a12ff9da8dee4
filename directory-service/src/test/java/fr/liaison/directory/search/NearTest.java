package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
  private UUID unlisted;
  private UUID laon;

  @BeforeEach
  void settle() {
    saintPierre = add("97410", "Saint-Pierre");
    saintDenis = add("97400", "Saint-Denis");
    unlisted = add("97433", "Salazie");
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
            saintDenis.toString(), saintPierre.toString(), unlisted.toString());
  }

  @Test
  void unlistedCommunesCountByTheMiddleOfTheirDepartment() {
    JsonNode page = near("97433", "1").body();

    assertThat(ids(page)).containsExactly(unlisted.toString());
    assertThat(page.at("/distances/0/approximate").asBoolean()).isTrue();
    assertThat(ids(near("02000", "5").body())).containsExactly(laon.toString());
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
}
