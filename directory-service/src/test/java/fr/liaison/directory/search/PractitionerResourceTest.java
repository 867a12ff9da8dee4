package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PractitionerResourceTest extends RunningService {
  @Inject Events events;

  @Test
  void aColleagueIsFoundByNameWhateverTheAccentsAndCase() {
    assertThat(names(search("LEFEVRE"))).contains("LEFÈVRE");
    assertThat(names(search("lefèvre zoe"))).containsExactly("LEFÈVRE");
    assertThat(names(search("zoé lefevre"))).containsExactly("LEFÈVRE");
  }

  @Test
  void wordsMayBeBeginningsInAnyOrderOverNameProfessionTownAndStructure() {
    assertThat(names(search("nant mor méd clai"))).containsExactly("MOREAU");
    assertThat(names(search("benali aubin"))).containsExactly("BENALI");
    assertThat(names(search("saint nazaire caron"))).containsExactly("CARON");
    assertThat(names(search("caron saint-nazaire"))).containsExactly("CARON");
  }

  @Test
  void everydayWordsForAProfessionFindIt() {
    assertThat(names(search("kiné vertou"))).containsExactly("LEROY");
    assertThat(names(search("infirmière reze"))).contains("ROUSSEAU", "TREGUER");
    assertThat(names(search("cardiologue"))).contains("BENALI");
  }

  @Test
  void aPersonWithTwoExercisesIsFoundByEitherAndShowsBoth() {
    Api.Answer asNurse = search("caron infirmiere nantes");
    assertThat(names(asNurse)).containsExactly("CARON");
    JsonNode card = asNurse.body().at("/items/0");
    assertThat(card.get("profession").asText()).isEqualTo("Sage-femme");
    assertThat(card.get("situations").findValuesAsText("profession"))
        .containsExactly("Sage-femme", "Infirmier");
  }

  @Test
  void professionAndTownNarrowTheSearch() {
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(names(claire.search(Map.of("profession", "60", "town", "44400"))))
        .contains("ROUSSEAU", "TREGUER")
        .doesNotContain("PETIT", "MOREAU");
    assertThat(names(claire.search(Map.of("profession", "pharmacie", "town", "nantes"))))
        .contains("HADDAD");
    assertThat(names(claire.search(Map.of("q", "petit", "town", "rennes")))).isEmpty();
  }

  @Test
  void theImportedCommuneNarrowsTheSearch() {
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(names(claire.search(Map.of("q", "moreau claire", "commune", "44109"))))
        .containsExactly("MOREAU");
    assertThat(names(claire.search(Map.of("q", "moreau claire", "commune", "35238")))).isEmpty();
    assertThat(names(claire.search(Map.of("q", "lefevre zoe", "commune", "35238"))))
        .containsExactly("LEFÈVRE");
  }

  @Test
  void theExactNameComesBeforeLongerOnes() {
    List<String> names = names(search("martin"));
    assertThat(names).isNotEmpty();
    assertThat(names.getFirst()).isEqualTo("SAINT-MARTIN");
    assertThat(names).contains("MARTINEAU");
    assertThat(names.lastIndexOf("SAINT-MARTIN")).isLessThan(names.indexOf("MARTINEAU"));
  }

  @Test
  void homonymsCanBeToldApartByProfessionAndPlace() {
    Api.Answer page = search("lefebvre sophie");
    assertThat(names(page)).hasSize(8);
    assertThat(page.body().get("items"))
        .extracting(
            card ->
                card.get("profession").asText()
                    + card.path("savoirFaire").asText()
                    + card.at("/situations/0/town").asText()
                    + card.at("/situations/0/structureName").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void aMistypedNameIsStillFound() {
    assertThat(names(search("roussau"))).contains("ROUSSEAU");
    assertThat(names(search("benhali"))).contains("BENALI");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    Api claire = practitioner(CLAIRE_MOREAU);
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      Api.Answer page =
          claire.search(
              cursor.isEmpty()
                  ? Map.of("q", "infirmier", "limit", "7")
                  : Map.of("q", "infirmier", "limit", "7", "cursor", cursor));
      assertThat(page.body().get("items").size()).isBetween(1, 7);
      page.body().get("items").forEach(card -> paged.add(card.get("id").asText()));
      cursor = page.body().path("next").asText();
    } while (!cursor.isEmpty());
    assertThat(paged).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    assertThat(claire.search(Map.of("q", "infirmier", "limit", "50")).body().get("items"))
        .extracting(card -> card.get("id").asText())
        .isEqualTo(paged.subList(0, 50));
  }

  @Test
  void theCardSaysWhereItComesFromAndFromWhen() {
    Api.Answer page = search("girard secretaire");
    assertThat(page.body().get("registerDate").asText()).isEqualTo("2026-11-20");
    JsonNode card = page.body().at("/items/0");
    assertThat(card.get("source").asText()).isEqualTo("structure");
    assertThat(card.get("nationalId").asText()).isEqualTo(SECRETARY);
    assertThat(card.get("registerStatus").asText()).isEqualTo("active");
    assertThat(card.get("reachable").asBoolean()).isFalse();
    Api.Answer same =
        practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + card.get("id").asText());
    assertThat(same.body()).isEqualTo(card);
  }

  @Test
  void aCardNobodyHasIsNotFound() {
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(claire.get("/v1/practitioners/" + UUID.randomUUID()).code()).isEqualTo("not-found");
    assertThat(claire.get("/v1/practitioners/nonsense").code()).isEqualTo("not-found");
  }

  @Test
  void unusableSearchesAreRefusedWithTheFieldAndWithoutTheInput() {
    Api claire = practitioner(CLAIRE_MOREAU);
    for (Map<String, String> bad :
        List.of(
            Map.of("q", ""),
            Map.of("q", "%_\\"),
            Map.of("q", "x".repeat(101)),
            Map.of("q", "a b c d e f g h i"),
            Map.of("q", "martin", "limit", "0"),
            Map.of("q", "martin", "limit", "51"),
            Map.of("q", "martin", "limit", "zwölf"),
            Map.of("q", "martin", "cursor", "zwölf"))) {
      Api.Answer answer = claire.search(bad);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid-parameter");
      assertThat(answer.body().get("field").asText()).isIn("q", "limit", "cursor");
      assertThat(answer.raw().body()).doesNotContain("zwölf").doesNotContain("xxxx");
    }
  }

  @Test
  void quotesAndWildcardsInAQueryAreHarmless() {
    assertThat(search("o'brien\" -- ; drop table practitioner").status()).isEqualTo(200);
    assertThat(names(search("100% lefebvre"))).isEmpty();
    assertThat(names(search("o\"brien"))).containsExactly("O\"BRIEN");
  }

  @Test
  void onlyPeopleOfTheRegisterAndStaffWithARoleMaySearch() {
    assertThat(Api.nobody().get("/v1/practitioners?q=martin").code()).isEqualTo("unauthenticated");
    assertThat(Api.as(TestTokens.account("nobody-special")).get("/v1/practitioners?q=m").code())
        .isEqualTo("forbidden");
    assertThat(
            Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF))
                .get("/v1/practitioners?q=martin")
                .code())
        .isEqualTo("not-registered");
    assertThat(
            Api.as(TestTokens.account("officer", "compliance-officer"))
                .get("/v1/practitioners?q=moreau")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aSearchIsAuditedWithoutItsWords() {
    practitioner(YANN_TREGUER).search(Map.of("q", "quemener", "town", "brest"));
    List<String> acts = events.acts("directory.search", accountOf(YANN_TREGUER));
    assertThat(acts).isNotEmpty();
    assertThat(acts.getLast()).contains("\"byTown\":\"true\"").doesNotContainIgnoringCase("quem");
  }
}
