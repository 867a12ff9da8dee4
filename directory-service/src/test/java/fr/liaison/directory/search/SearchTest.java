package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.search.index.PageCursor;
import fr.liaison.directory.search.index.Rarity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and whom they find. */
@QuarkusTest
class SearchTest extends RunningService {
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final Exercise GP = new Exercise("10", "Médecin", "SM54", "Médecine générale");
  private static final TestPeople.At ARRAS =
      new TestPeople.At("62000", "Arras", "R62000001", "CABINET DES HORTENSIAS");
  private static final TestPeople.At BASTIA =
      new TestPeople.At("20200", "Bastia", "R20200001", "CABINET DU VIEUX PORT");

  @Inject TestPeople people;

  @AfterEach
  void forget() {
    people.departAll();
  }

  @Test
  void colleaguesOfTheCallersStructureComeFirstAmongEquals() {
    TestPeople.At beside = new TestPeople.At("44000", "Nantes", "R44000999", "CABINET D'A COTE");
    TestPeople.At clairesOwn =
        new TestPeople.At("44000", "Nantes", "C99700210000011", "CABINET DES TILLEULS");
    UUID far = people.add("ZWINGELSTEIN", "Albert", NURSE, ARRAS);
    UUID near = people.add("ZWINGELSTEIN", "Berthe", NURSE, beside);
    UUID colleague = people.add("ZWINGELSTEIN", "Camille", NURSE, clairesOwn);

    assertThat(ids(search("zwingelstein")))
        .containsExactly(colleague.toString(), near.toString(), far.toString());
    assertThat(ids(search("zwingelstein albert"))).first().isEqualTo(far.toString());
  }

  @Test
  void whoWorksCloserByComesFirstEvenInTheNextDepartment() {
    TestPeople.At farInTheSame =
        new TestPeople.At("44110", "Châteaubriant", "R44110001", "CABINET DU CHATEAU");
    TestPeople.At closeInTheNext =
        new TestPeople.At("85610", "Cugand", "R85610001", "CABINET DE LA SEVRE");
    UUID elsewhere = people.add("QUINTEUX", "Aline", NURSE, BASTIA);
    UUID far = people.add("QUINTEUX", "Berthe", NURSE, farInTheSame);
    UUID close = people.add("QUINTEUX", "Camille", NURSE, closeInTheNext);

    assertThat(ids(search("quinteux")))
        .containsExactly(close.toString(), far.toString(), elsewhere.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lefevbre sofie idel 62",
        "LEFEBVRE Sophie infirmière libérale arras",
        "sophie lefebvre 62000",
        "lefebvre s arras",
        "s lefebvre infirmiere arras",
        "lefebvr soph arra",
        "lefebvre sophie hortensias",
        "lefaivre sophie arras",
        "mefebvre sophie arras",
        "efebvre sophie arras",
        "xlefebvre sophie arras",
        "elfebvre sophie arras",
        "Sophie Lefebvre, infirmière à Arras (62)",
        "infirmiere de arras lefebvre",
      })
  void aNurseOfPasDeCalaisIsFoundAsPeopleTypeHer(String typed) {
    UUID sophie = people.add("LEFEBVRE", "Sophie", NURSE, ARRAS);
    assertThat(ids(search(typed))).first().isEqualTo(sophie.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "le guern-kerbiriou",
        "LEGUERN",
        "leguern kerbiriou",
        "le guern marie-ange",
        "marieange le guern",
        "mg le guern bastia",
        "généraliste le guern 2B",
        "dr le guern 202",
        "m a guern kerbiriou",
      })
  void hyphensAndParticlesMakeNoDifference(String typed) {
    UUID marieAnge = people.add("LE GUERN-KERBIRIOU", "Marie-Ange", GP, BASTIA);
    assertThat(ids(search(typed))).first().isEqualTo(marieAnge.toString());
  }

  @Test
  void aNameThatIsOneWordIsFoundTypedAsTwo() {
    UUID person = people.add("DARTAGNAN", "Charles", GP, BASTIA);
    assertThat(ids(search("d'artagnan"))).containsExactly(person.toString());
  }

  @Test
  void theExactNameComesBeforeTheBegunTheMisspeltAndTheOneThatSoundsAlike() {
    UUID exact = people.add("QUERBOEUF", "Anne", NURSE, ARRAS);
    UUID begun = people.add("QUERBOEUFET", "Anne", NURSE, ARRAS);
    UUID misspelt = people.add("QUERBOEUV", "Anne", NURSE, ARRAS);
    UUID alike = people.add("KAIRBEUF", "Anne", NURSE, ARRAS);
    assertThat(ids(search("querboeuf")))
        .containsExactly(exact.toString(), begun.toString(), misspelt.toString(), alike.toString());
  }

  @Test
  void equalMatchesAreSortedByNameAndThoseOfOnesOwnDepartmentComeFirst() {
    UUID far = people.add("ZWINGELSTEIN", "Albert", NURSE, ARRAS);
    UUID farToo = people.add("ZWINGELSTEIN", "Berthe", NURSE, ARRAS);
    UUID own =
        people.add(
            "ZWINGELSTEIN",
            "Zoé",
            NURSE,
            new TestPeople.At("44000", "Nantes", "R44000001", "CABINET DU QUAI"));
    assertThat(ids(search("zwingelstein")))
        .containsExactly(own.toString(), far.toString(), farToo.toString());
  }

  @Test
  void whoDepartedIsNeverShownEvenWhenTheIndexDoesNotKnow() {
    UUID known = people.add("XENAKIDIS", "Iris", NURSE, ARRAS);
    UUID unknown = people.add("XENAKIDIS", "Omar", NURSE, ARRAS);
    people.depart(known, true);
    people.depart(unknown, false);
    assertThat(ids(search("xenakidis"))).isEmpty();
  }

  @Test
  void aCommuneIsAskedForByItsInseeCodeAndWholeTownsHoldTheirArrondissements() {
    UUID nurse = people.add("WALLENDORF", "Ada", NURSE, ARRAS);
    UUID doctor = people.add("WALLENDORF", "Bob", GP, BASTIA);
    UUID parisian = people.add("WALLENDORF", "Cyd", GP, ARRAS);
    people.isIn(nurse, "62041");
    people.isIn(doctor, "2B033");
    people.isIn(parisian, "75109");
    TestPeople.At sixteenth =
        new TestPeople.At("75016", "Paris", "R75016001", "CABINET DU RANELAGH");
    UUID stated = people.add("WALLENDORF", "Dan", GP, sixteenth);
    people.isIn(stated, "75056");
    UUID unstated =
        people.add(
            "WALLENDORF",
            "Eva",
            GP,
            new TestPeople.At("62179", "Wissant", "R62179001", "CABINET DES DUNES"));

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                found("75109").contains(parisian.toString())
                    && found("75116").contains(stated.toString()));
    assertFound(Map.of("commune", "62041"), nurse);
    assertFound(Map.of("commune", "2B033"), doctor);
    assertFound(Map.of("commune", "75056"), parisian, stated);
    assertFound(Map.of("commune", "62899"), unstated);
    assertFound(Map.of("commune", "2A033"));
    assertFound(Map.of("commune", "62000"));
    assertFound(Map.of("commune", "62041", "professionCode", "10"));
    assertThat(practitioner(CLAIRE_MOREAU).search(Map.of("commune", "62041")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4410", "441090", "2C004", "2a004", "A2004", "nantes", "44 09", "*****"})
  void whatIsNoInseeCodeIsRefused(String code) {
    Api.Answer answer = practitioner(CLAIRE_MOREAU).search(Map.of("q", "moreau", "commune", code));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("field").asText()).isEqualTo("commune");
  }

  private static List<String> found(String commune) {
    return ids(practitioner(CLAIRE_MOREAU).search(Map.of("q", "wallendorf", "commune", commune)));
  }

  @Test
  void filtersNarrowTheSearch() {
    UUID nurse = people.add("WALLENDORF", "Ada", NURSE, ARRAS);
    UUID doctor = people.add("WALLENDORF", "Bob", GP, BASTIA);
    assertFound(Map.of("professionCode", "60"), nurse);
    assertFound(Map.of("savoirFaire", "SM54"), doctor);
    assertFound(Map.of("postalCode", "62000"), nurse);
    assertFound(Map.of("postalCode", "20"), doctor);
    assertFound(Map.of("department", "62"), nurse);
    assertFound(Map.of("department", "2B"), doctor);
    assertFound(Map.of("structure", "R62000001"), nurse);
    assertFound(Map.of("town", "bast"), doctor);
    assertFound(Map.of("town", "62"), nurse);
    assertFound(Map.of("department", "62", "professionCode", "10"));
    assertFound(Map.of("reachable", "true"));
    assertThat(names(practitioner(CLAIRE_MOREAU).search(Map.of("structure", "R20200001"))))
        .containsExactly("WALLENDORF");
  }

  @Test
  void onlyPeopleWithADeviceAreReachable() throws Exception {
    Api zoe = practitioner(ZOE_LEFEVRE);
    new TestDevice().enrol(zoe);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(names(zoe.search(Map.of("q", "lefevre zoe", "reachable", "true"))))
                    .containsExactly("LEFÈVRE"));
  }

  @Test
  void countsSayHowManyHaveWhichProfession() {
    people.add("VANDEKERCKHOVE", "Ada", NURSE, ARRAS);
    people.add("VANDEKERCKHOVE", "Bob", NURSE, BASTIA);
    people.add("VANDEKERCKHOVE", "Cid", GP, BASTIA);
    Api claire = practitioner(CLAIRE_MOREAU);
    JsonNode counts =
        claire
            .search(Map.of("q", "vandekerckhove", "limit", "1", "counts", "true"))
            .body()
            .get("professions");
    assertThat(counts).hasSize(2);
    assertThat(counts.get(0).toString())
        .isEqualTo("{\"code\":\"60\",\"label\":\"Infirmier\",\"count\":2}");
    assertThat(counts.get(1).path("code").asText()).isEqualTo("10");
    assertThat(claire.search(Map.of("q", "vandekerckhove")).body().has("professions")).isFalse();
  }

  @Test
  void countsAreOfThoseWhomTheListReaches() {
    for (String name : List.of("Ada", "Bob", "Cid", "Dee", "Eve")) {
      people.add("QUIVRECOURT", name, NURSE, ARRAS);
    }
    people.add("QUIVRECOURS", "Fay", GP, ARRAS);

    JsonNode found =
        practitioner(CLAIRE_MOREAU).search(Map.of("q", "quivrecourt", "counts", "true")).body();

    assertThat(found.get("items")).hasSize(5);
    assertThat(found.get("professions"))
        .singleElement()
        .satisfies(nurses -> assertThat(nurses.path("count").asInt()).isEqualTo(5));
  }

  @Test
  void countsAreOfEverybodyFoundOnLaterPagesToo() {
    for (String name : List.of("Ada", "Bob", "Cid")) {
      people.add("ZWINGELBERG", name, NURSE, ARRAS);
    }
    Api claire = practitioner(CLAIRE_MOREAU);
    String next = "";
    for (int page = 0; page < 3; page++) {
      Map<String, String> wanted =
          new HashMap<>(Map.of("q", "zwingelberk", "limit", "1", "counts", "true"));
      if (!next.isEmpty()) {
        wanted.put("cursor", next);
      }
      JsonNode found = claire.search(wanted).body();
      assertThat(found.get("items")).hasSize(1);
      assertThat(found.at("/professions/0/count").asInt()).isEqualTo(3);
      next = found.path("next").asText();
    }
    assertThat(next).isEmpty();
  }

  @Test
  void pagesGoOnFromWhatWasTypedToWhatIsNearWithoutGapOrRepetition() {
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      String name = i % 3 == 0 ? "OSTROWIECKI" : i % 3 == 1 ? "OSTROWIECKA" : "OSTROVIECKI";
      expected.add(people.add(name, "Jan", i % 2 == 0 ? NURSE : GP, ARRAS).toString());
    }
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, String> page =
          cursor == null
              ? Map.of("q", "ostrowiecki", "limit", "2")
              : Map.of("q", "ostrowiecki", "limit", "2", "cursor", cursor);
      JsonNode body = practitioner(CLAIRE_MOREAU).search(page).body();
      body.get("items").forEach(card -> paged.add(card.get("id").asText()));
      cursor = body.path("next").asText(null);
    } while (cursor != null);
    assertThat(paged).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void saintIsFoundHoweverItIsStatedAndTyped() {
    people.add(
        "QUINTARD", "Ann", NURSE, new TestPeople.At("93200", "ST DENIS", "R93200009", "CDS"));
    people.add(
        "QUINTARD", "Bea", NURSE, new TestPeople.At("97400", "Saint-Denis", "R97400009", "CDS"));
    for (String town : List.of("saint denis", "St Denis")) {
      Api claire = practitioner(CLAIRE_MOREAU);
      Map<String, String> apart = Map.of("q", "quintard", "town", town);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                assertThat(names(search("quintard " + town))).as(town).hasSize(2);
                assertThat(ids(claire.search(apart))).as(town).hasSize(2);
              });
    }
  }

  @ParameterizedTest
  @FieldSource("fr.liaison.directory.search.HostileWords#ALL")
  void whateverIsTypedIsAnsweredQuickly(String typed) {
    HostileWords.areAnsweredQuickly(() -> search(typed));
  }

  @Test
  void tenKilobytesAreTooLong() {
    assertThat(search("x".repeat(2_000)).body().path("field").asText()).isEqualTo("q");
    assertThat(search("x".repeat(10_000)).status()).isBetween(400, 499);
  }

  @Test
  void unusableFiltersAreRefusedByName() {
    Map<String, String> unusable =
        Map.of(
            "professionCode", "6 0",
            "savoirFaire", "*",
            "postalCode", "6",
            "department", "Nord",
            "structure", "\u0000",
            "reachable", "yes",
            "counts", "1",
            "cursor", "0193e1f0-0000-7000-8000-000000000000");
    unusable.forEach(
        (field, value) -> {
          Api.Answer answer =
              practitioner(CLAIRE_MOREAU).search(Map.of("q", "moreau", field, value));
          assertThat(answer.status()).as(field).isEqualTo(400);
          assertThat(answer.body().path("field").asText()).isEqualTo(field);
        });
    assertThat(practitioner(CLAIRE_MOREAU).search(Map.of("reachable", "true")).status())
        .isEqualTo(400);
  }

  @Test
  void aCursorOfSomebodyUnknownIsForeign() {
    String cursor =
        new PageCursor(false, 10, UUID.randomUUID(), List.of(new Rarity(false, 3))).text();
    Api.Answer answer = practitioner(CLAIRE_MOREAU).search(Map.of("q", "moreau", "cursor", cursor));
    assertThat(answer.body().path("field").asText()).isEqualTo("cursor");
  }

  private static void assertFound(Map<String, String> filters, UUID... expected) {
    Map<String, String> parameters = new HashMap<>(filters);
    parameters.put("q", "wallendorf");
    assertThat(ids(practitioner(CLAIRE_MOREAU).search(parameters)))
        .as(filters.toString())
        .containsExactlyInAnyOrder(
            List.of(expected).stream().map(UUID::toString).toArray(String[]::new));
  }

  private static List<String> ids(Api.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    return page.body().get("items").findValuesAsText("id");
  }
}
