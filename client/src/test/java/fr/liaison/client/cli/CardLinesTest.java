package fr.liaison.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.client.api.Homonyms;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.Practitioner.Situation;
import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardStatement;
import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.card.Caution;
import fr.liaison.client.card.FirstLook;
import fr.liaison.client.card.Replacement;
import fr.liaison.client.conversation.OpenOutcome;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cards as people and scripts read them. */
class CardLinesTest {
  private static final PractitionerId ID =
      PractitionerId.parse("01990000-0000-7000-8000-000000000001");
  private final CardLines french = new CardLines(Words.in(Locale.FRENCH));
  private final CardLines english = new CardLines(Words.in(Locale.ENGLISH));

  @Test
  void aCardIsToldInTheLanguageOfThePerson() {
    assertThat(french.facts(statement("active", "Rennes")))
        .containsExactly(
            "Médecin",
            "Maison de santé, Rennes",
            "Numéro national : 810000000002",
            "Inscription vérifiée, données de l'annuaire du 31 mai 2026",
            "joignable");
    assertThat(english.facts(statement("departed", "Rennes")))
        .contains(
            "No longer practises according to the directory of May 31, 2026:"
                + " this person can receive no message.");
  }

  @Test
  void aPlaceWhereANurseStudiesMedicineIsTold() {
    CardStatement nurse = statement("active", "Rennes", "Infirmier", "student");

    assertThat(french.facts(nurse))
        .contains("Infirmier", "Maison de santé, Rennes, Médecin, en formation");
  }

  @Test
  void whoStandsInWithoutBeingAProfessionalOfTheRegisterIsMarked() throws Exception {
    Replacement.Duty duty =
        ContractJson.mapper()
            .readValue(
                """
                {"practitionerId":"01990000-0000-7000-8000-000000000002","givenName":"Odile",
                 "familyName":"SOSIE","profession":"Médecin","startsOn":"2026-12-21",
                 "endsOn":"2027-01-03","standing":"student"}""",
                Replacement.Duty.class);

    assertThat(new PersonLines(Words.in(Locale.FRENCH)).name(duty))
        .isEqualTo("Odile SOSIE, en formation");
  }

  @Test
  void whatSpeaksForLookingTwiceIsToldWithItsNumbers() {
    assertThat(
            french.cautions(
                List.of(
                    new Caution.HomonymInTown(1),
                    new Caution.HomonymInDepartment(2),
                    new Caution.NotCare("Assistant social"))))
        .containsExactly(
            "Un homonyme exerce dans la même ville.",
            "2 homonymes exercent dans le même département.",
            "Cette profession n'est pas une profession de santé : Assistant social.");
  }

  @Test
  void whatChangedIsToldWithWhatWasBefore() {
    Card card = new Card(statement("active", "Brest"), null, statement("active", "Rennes"));

    assertThat(french.changes(card))
        .containsExactly(
            "La fiche a changé : nouveau lieu d'exercice. Avant : Maison de santé, Rennes.");
  }

  @Test
  void aScriptReadsWhatItDecidesOn() throws Exception {
    Card card =
        new Card(
            statement("active", "Brest"), new Homonyms(4, 2, 1), statement("active", "Rennes"));
    FirstLook look = new FirstLook(true, false, false, List.of(new Caution.HomonymInTown(1)));

    String json = ContractJson.mapper().writeValueAsString(CardDocument.of(card, "current", look));

    assertThat(json)
        .startsWith(
            "{\"verified\":true,\"freshness\":\"current\",\"departed\":false,\"first\":true,"
                + "\"colleague\":false,\"lookTwice\":true,\"cautions\":[\"homonym-in-town\"],"
                + "\"changes\":[\"place\"],\"homonyms\":{\"total\":4,")
        .contains("\"issuedAt\":\"2026-06-01T12:00:00Z\"", "\"town\":\"Brest\"");
  }

  @Test
  void whoLeftAndACardThatDoesNotHoldEndTheCommandWithCodesOfTheirOwn() {
    assertThatThrownBy(() -> Cli.opened(new OpenOutcome.Departed(List.of(ID))))
        .isInstanceOfSatisfying(
            CommandEnd.class,
            end -> {
              assertThat(end.code()).isEqualTo(ExitCode.REFUSED);
              assertThat(end.word()).isEqualTo("send.departed");
            });
    for (CardVerdict.Cause cause : CardVerdict.Cause.values()) {
      assertThatThrownBy(() -> Cli.opened(new OpenOutcome.CardUnsound(ID, cause)))
          .isInstanceOfSatisfying(
              CommandEnd.class,
              end -> {
                assertThat(end.code()).isEqualTo(ExitCode.REFUTED);
                assertThat(Words.in(Locale.FRENCH).say(end.word())).startsWith("Fiche refusée");
              });
    }
  }

  private static CardStatement statement(String status, String town) {
    return statement(status, town, "Médecin", null);
  }

  private static CardStatement statement(
      String status, String town, String profession, @Nullable String categoryThere) {
    return new CardStatement(
        Instant.parse("2026-06-01T12:00:00Z"),
        Bytes.of(new byte[] {1}),
        new Practitioner(
            ID,
            "810000000002",
            "Minh",
            "NGUYEN",
            null,
            "10",
            profession,
            null,
            null,
            List.of(
                new Situation(null, "Maison de santé", null, town, null, "Médecin", categoryThere)),
            status,
            LocalDate.of(2026, 5, 31),
            "register",
            true,
            null),
        true,
        List.of(),
        null,
        null,
        null);
  }
}
