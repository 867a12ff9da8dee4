package fr.liaison.directory.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MatchResourceTest extends RunningService {
  private static final String PATH = "/v1/practitioners/matches";
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final Exercise DENTIST = new Exercise("40", "Chirurgien-Dentiste", null, null);
  private static final TestPeople.At SAINT_DENIS =
      new TestPeople.At("97400", "Saint-Denis", "R97400", "Cabinet du Barachois");
  private static final TestPeople.At SAINT_PAUL =
      new TestPeople.At("97460", "Saint-Paul", "R97460", "Cabinet de la Baie");
  private static final TestPeople.At OTHER_SAINT_DENIS =
      new TestPeople.At("93200", "SAINT DENIS CEDEX", "R93200", "Centre de santé");

  @Inject Events events;
  @Inject TestPeople people;
  @Inject Database database;

  @AfterEach
  void forgetTestPeople() {
    people.departAll();
    database.run(
        transaction -> transaction.update("delete from mailbox where address like '%@match.%'"));
  }

  @Test
  void anRppsNumberIsCertainAndItsCardHasNoMailbox() {
    mailbox(KARIM_BENALI, "karim.benali@match.mssante.example", "PER");

    JsonNode match = one(Map.of("rpps", KARIM_BENALI.substring(1)));

    assertThat(match.get("confidence").asText()).isEqualTo("certain");
    assertThat(match.get("more").asBoolean()).isFalse();
    assertThat(match.at("/candidates/0/person/familyName").asText()).isEqualTo("BENALI");
    assertThat(match.at("/candidates/0/person").has("mailboxes")).isFalse();
    assertThat(reasons(match)).containsExactly("rpps");
  }

  @Test
  void aMailboxIsCertainWhateverItsCase() {
    mailbox(KARIM_BENALI, "karim.benali@match.mssante.example", "PER");

    JsonNode match = one(Map.of("mssante", " Karim.BENALI@match.mssante.example "));

    assertThat(match.get("confidence").asText()).isEqualTo("certain");
    assertThat(reasons(match)).containsExactly("mssante");
  }

  @Test
  void aMailboxOfSeveralPeopleIsAskedUnlessTheNumberSaysWho() {
    String shared = "cabinet@match.mssante.example";
    mailbox(KARIM_BENALI, shared, "PER");
    mailbox(JULIE_PETIT, shared, "PER");

    assertThat(one(Map.of("mssante", shared)).get("candidates")).hasSize(2);
    JsonNode both = one(Map.of("mssante", shared, "rpps", JULIE_PETIT.substring(1)));
    assertThat(both.get("confidence").asText()).isEqualTo("certain");
    assertThat(reasons(both)).containsExactly("mssante", "rpps");
  }

  @Test
  void anIdentifierThatTheNamesContradictIsAsked() {
    JsonNode match =
        one(Map.of("rpps", KARIM_BENALI.substring(1), "familyName", "PETIT", "givenName", "Julie"));

    assertThat(match.get("confidence").asText()).isEqualTo("ambiguous");
    assertThat(familyNames(match)).containsExactly("BENALI");
  }

  @Test
  void aMailboxOfTheRedListOrOfAStructureIsAnsweredLikeOneNobodyHas() {
    // The importer never stores what is on the red list, see MailboxImportTest.
    mailbox("F440900017", "urgences@match.mssante.example", "ORG");

    String unknown = answer(Map.of("mssante", "nobody@match.mssante.example")).raw().body();

    for (String address :
        List.of(
            "urgences@match.mssante.example",
            "red.listed@match.mssante.example",
            "%@match.mssante.example",
            "_arim.benali@match.mssante.example",
            "289010100000000@patient.mssante.fr")) {
      assertThat(answer(Map.of("mssante", address)).raw().body()).isEqualTo(unknown);
    }
    JsonNode named =
        one(
            Map.of(
                "mssante",
                "red.listed@match.mssante.example",
                "familyName",
                "BENALI",
                "givenName",
                "Karim",
                "town",
                "Nantes"));
    assertThat(reasons(named)).containsExactly("name", "place");
  }

  @Test
  void aNameAloneAtItsPlaceIsCertainWhicheverNameComesFirst() {
    UUID id = people.add("Lesénéchal", "Anne-Marie", NURSE, SAINT_DENIS);
    people.add("LESENECHAL", "Anne Marie", NURSE, SAINT_PAUL);
    people.add("LESENECHAL", "Anne Marie", NURSE, OTHER_SAINT_DENIS);
    awaitFound(3, "LESENECHAL", "Anne Marie");

    for (Map<String, String> row :
        List.of(
            named("LESENECHAL", "anne marie", "postalCode", "97400"),
            named("Anne-Marie", "Lesénéchal", "postalCode", "97400"),
            Map.of(
                "familyName", "LESENECHAL",
                "givenName", "Anne-Marie",
                "postalCode", "97404",
                "town", "SAINT-DENIS CEDEX 4"))) {
      JsonNode match = one(row);
      assertThat(match.get("confidence").asText()).as(row.toString()).isEqualTo("certain");
      assertThat(match.at("/candidates/0/person/id").asText()).isEqualTo(id.toString());
      assertThat(reasons(match)).containsExactly("name", "place");
    }
    assertThat(one(named("LESENECHAL", "Marie Anne", "postalCode", "97400")).get("confidence"))
        .extracting(JsonNode::asText)
        .isNotEqualTo("certain");
  }

  @Test
  void homonymsAreAskedAndTheProfessionTellsThemApart() {
    people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    UUID dentist = people.add("VAUQUELIN", "Odile", DENTIST, SAINT_DENIS);
    people.add("VAUQUELIN", "Odile", NURSE, SAINT_PAUL);
    awaitFound(3, "VAUQUELIN", "Odile");

    JsonNode anywhere = one(named("VAUQUELIN", "Odile", "profession", "Infirmière"));
    assertThat(anywhere.get("confidence").asText()).isEqualTo("ambiguous");
    assertThat(anywhere.get("candidates")).hasSize(3);
    JsonNode there = one(named("VAUQUELIN", "Odile", "town", "Saint-Denis"));
    assertThat(there.get("candidates")).hasSize(2);
    JsonNode one =
        one(
            Map.of(
                "familyName", "VAUQUELIN",
                "givenName", "Odile",
                "town", "Saint-Denis",
                "profession", "chirurgien dentiste"));
    assertThat(one.get("confidence").asText()).isEqualTo("certain");
    assertThat(one.at("/candidates/0/person/id").asText()).isEqualTo(dentist.toString());
    assertThat(reasons(one)).containsExactly("name", "place", "profession");
  }

  @Test
  void aNameElsewhereOrWithoutAPlaceIsAskedAndNeverCertain() {
    people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    awaitFound(1, "VAUQUELIN", "Odile");

    for (Map<String, String> row :
        List.of(
            named("VAUQUELIN", "Odile", "town", "Rennes"),
            named("VAUQUELIN", "Odile", "profession", "Infirmière"),
            Map.of(
                "familyName", "VAUQUELIN",
                "givenName", "Odile",
                "town", "Saint-Denis",
                "profession", "Médecin"))) {
      assertThat(one(row).get("confidence").asText()).as(row.toString()).isEqualTo("ambiguous");
    }
  }

  @Test
  void aTownWhoseNameIsPartOfAnotherIsNotThatPlace() {
    people.add("VAUQUELIN", "Odile", NURSE, at("69110", "Sainte-Foy-lès-Lyon"));
    people.add("VAUQUELIN", "Odette", NURSE, at("37300", "Joué-lès-Tours"));
    people.add("VAUQUELIN", "Odon", NURSE, at("54500", "Vandœuvre-lès-Nancy"));
    awaitFound(1, "VAUQUELIN", "Odile");
    awaitFound(1, "VAUQUELIN", "Odette");
    awaitFound(1, "VAUQUELIN", "Odon");

    for (Map<String, String> row :
        List.of(
            named("VAUQUELIN", "Odile", "town", "Lyon"),
            place("Odile", "69003", "Lyon"),
            place("Odile", "69003", "Sainte-Foy-lès-Lyon"),
            named("VAUQUELIN", "Odette", "town", "Tours"),
            named("VAUQUELIN", "Odon", "town", "Nancy"))) {
      JsonNode match = one(row);
      assertThat(match.get("confidence").asText()).as(row.toString()).isEqualTo("ambiguous");
      assertThat(reasons(match)).doesNotContain("place");
    }
    assertThat(confidences(place("Odile", "69111", "STE FOY LES LYON CEDEX")))
        .containsExactly("certain");
    assertThat(confidences(place("Odile", "42111", "STE FOY LES LYON CEDEX")))
        .containsExactly("ambiguous");
  }

  @Test
  void homonymsOfOneTownAreAskedHoweverItIsWritten() {
    people.add("VAUQUELIN", "Odile", NURSE, at("93200", "ST DENIS"));
    people.add("VAUQUELIN", "Odile", DENTIST, at("93200", "Saint-Denis"));
    awaitFound(2, "VAUQUELIN", "Odile");

    for (String town : List.of("St Denis", "SAINT-DENIS", "Saint-Denis CEDEX")) {
      JsonNode match = one(named("VAUQUELIN", "Odile", "town", town));
      assertThat(match.get("confidence").asText()).as(town).isEqualTo("ambiguous");
      assertThat(match.get("candidates")).hasSize(2);
    }
  }

  @Test
  void aMisspeltNameIsAskedAndSomebodyElsesIsNot() {
    people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    awaitFound(1, "VAUQUELIN", "Odile");

    JsonNode match = one(named("VOQUELIN", "Odile", "town", "Saint-Denis"));
    assertThat(match.get("confidence").asText()).isEqualTo("ambiguous");
    assertThat(familyNames(match)).contains("VAUQUELIN");
    assertThat(reasons(match)).contains("nearName");
    assertThat(one(named("ZZYZXQ", "Wqxzy", "town", "Nantes")).get("confidence").asText())
        .isEqualTo("none");
  }

  @Test
  void manyHomonymsAreCutAndSaidToBeMore() {
    for (int i = 0; i < 7; i++) {
      people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    }
    awaitFound(5, "VAUQUELIN", "Odile");

    JsonNode match = one(named("VAUQUELIN", "Odile", "town", "Saint-Denis"));

    assertThat(match.get("candidates")).hasSize(5);
    assertThat(match.get("more").asBoolean()).isTrue();
  }

  @Test
  void whoLeftAndWhoIsSuspendedIsNobody() {
    UUID left = people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    UUID suspended = people.add("VAUQUELIN", "Odette", NURSE, SAINT_DENIS);
    awaitFound(1, "VAUQUELIN", "Odile");
    people.depart(left, false);
    people.suspend(suspended);
    mailbox("test-" + left, "left@match.mssante.example", "PER");
    mailbox("test-" + suspended, "suspended@match.mssante.example", "PER");

    assertThat(confidences(Map.of("mssante", "left@match.mssante.example"))).containsOnly("none");
    assertThat(confidences(Map.of("mssante", "suspended@match.mssante.example")))
        .containsOnly("none");
    assertThat(familyNames(one(named("VAUQUELIN", "Odile", "town", "Saint-Denis"))))
        .doesNotContain("VAUQUELIN");
  }

  @Test
  void aNumberThatNobodyHereBearsMakesTheirHomonymNoCertainty() {
    people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    awaitFound(1, "VAUQUELIN", "Odile");
    mailbox(KARIM_BENALI, "karim@match.mssante.example", "PER");
    String unknown = "99700299991";

    JsonNode match =
        one(
            Map.of(
                "rpps", unknown,
                "familyName", "VAUQUELIN",
                "givenName", "Odile",
                "town", "Saint-Denis"));

    assertThat(match.get("confidence").asText()).isEqualTo("ambiguous");
    assertThat(match.at("/candidates/0/person/familyName").asText()).isEqualTo("VAUQUELIN");
    assertThat(confidences(Map.of("rpps", unknown, "mssante", "karim@match.mssante.example")))
        .containsOnly("ambiguous");
  }

  @Test
  void theActCountsRowsAndHoldsNoneOfThem() {
    one(
        Map.of(
            "mssante", "zanzibarbier@match.mssante.example",
            "familyName", "ZANZIBARBIER",
            "givenName", "Zoroastre",
            "town", "Zanzibourg"));

    assertThat(events.acts("directory.match", "\"rows\"")).isNotEmpty();
    for (String word : List.of("zanzibar", "ZANZIBAR", "Zoroastre", "Zanzibourg")) {
      assertThat(events.acts("directory.match", word)).isEmpty();
    }
  }

  private Map<String, String> named(String family, String given, String part, String value) {
    return Map.of("familyName", family, "givenName", given, part, value);
  }

  private static TestPeople.At at(String postalCode, String town) {
    return new TestPeople.At(postalCode, town, "R" + postalCode, "Cabinet de la Place");
  }

  private static Map<String, String> place(String given, String postalCode, String town) {
    return Map.of(
        "familyName", "VAUQUELIN", "givenName", given, "postalCode", postalCode, "town", town);
  }

  private void mailbox(String owner, String address, String kind) {
    database.run(
        transaction ->
            transaction.update(
                "insert into mailbox (owner, address, kind) values ($1, $2, $3)",
                owner,
                address,
                kind));
  }

  /** A fresh account is not needed: the rows of these tests are far from the limit. */
  private static Api.Answer answer(Map<String, String> row) {
    Api.Answer answer = practitioner(CLAIRE_MOREAU).post(PATH, Map.of("rows", List.of(row)));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static JsonNode one(Map<String, String> row) {
    return answer(row).body().at("/items/0");
  }

  private static List<String> confidences(Map<String, String> row) {
    return answer(row).body().findValuesAsText("confidence");
  }

  private static List<String> familyNames(JsonNode match) {
    return match.findValuesAsText("familyName");
  }

  private static List<String> reasons(JsonNode match) {
    return match.at("/candidates/0/reasons").valueStream().map(JsonNode::asText).toList();
  }

  private static void awaitFound(int most, String family, String given) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> search(family + " " + given).body().get("items").size() >= most);
  }
}
