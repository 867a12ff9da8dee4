package fr.liaison.client.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.Homonyms;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards read again and again: kept, compared, never replaced by older ones. */
class CardsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private TestAuthority authority;
  private TestCards signer;
  private TestGateway gateway;
  private Store store;
  private Cards cards;
  private ObjectNode said = TestCards.nguyen();
  private volatile boolean away;
  private Instant now = TestAuthority.NOW;

  @BeforeEach
  void directory(@TempDir Path folder) throws Exception {
    authority = new TestAuthority();
    signer = new TestCards(authority);
    gateway =
        TestGateway.answering(
            exchange -> {
              if (away) {
                throw new IOException("away");
              }
              assertThat(exchange.getRequestURI().getPath())
                  .isEqualTo("/api/directory/v1/practitioners/" + TestCards.ID + "/card");
              TestGateway.json(
                  exchange, 200, ContractJson.mapper().writeValueAsString(signer.answer(said)));
            });
    store = ((StoreOpening.Opened) new StateFolder(folder).open()).store();
    Http http =
        new Http(HttpSettings.of(gateway.origin()), refused -> new Answer.Done<>("t"), wait -> {});
    cards = new Cards(new DirectoryApi(http), store, authority.root(), () -> now);
  }

  @AfterEach
  void close() {
    store.close();
    gateway.close();
  }

  @Test
  void aCardIsVerifiedAndKeptForWhenTheNetworkIsAway() {
    Card card = current();
    assertThat(card.homonyms()).isEqualTo(new Homonyms(3, 2, 1));
    assertThat(card.former()).isNull();
    away = true;

    CardOutcome offline = cards.read(TestCards.ID);

    assertThat(offline).isInstanceOf(CardOutcome.Offline.class);
    Card kept = ((CardOutcome.Offline) offline).kept();
    assertThat(kept.statement()).isEqualTo(card.statement());
    assertThat(kept.homonyms()).isNull();
  }

  @Test
  void aCardThatWasNeverSeenIsNotThereWithoutTheNetwork() {
    away = true;

    assertThat(cards.read(TestCards.ID)).isEqualTo(new CardOutcome.Unreachable());
  }

  @Test
  void aCardThatSomebodyElseSignedIsNeitherGivenNorKept() throws Exception {
    signer = new TestCards(new TestAuthority());

    assertThat(cards.read(TestCards.ID))
        .isEqualTo(new CardOutcome.Unsound(CardVerdict.Cause.UNKNOWN_SIGNER));

    away = true;
    assertThat(cards.read(TestCards.ID)).isEqualTo(new CardOutcome.Unreachable());
  }

  @Test
  void aCardThatChangedComesWithTheFormerOneUntilThatWasSeen() {
    var _ = current();
    move("Brest");
    var _ = current();
    move("Quimper");

    Card changed = current();
    assertThat(changed.changes()).containsExactly(CardChange.PLACE);
    assertThat(changed.former().person().situations().getFirst().town()).isEqualTo("Rennes");

    cards.acknowledge(TestCards.ID);
    assertThat(current().former()).isNull();
  }

  @Test
  void aPlaceThatIsNowKnownToBeAStudentsIsToldAsAChange() {
    TestCards.card(said).put("professionCode", "60").put("profession", "Infirmier");
    var _ = current();
    studyThere();

    assertThat(current().changes()).containsExactly(CardChange.ACTIVITY);
  }

  @Test
  void aPlaceOfAStudentSaysNothingThatTheirFormerCardDidNot() {
    TestCards.card(said).put("category", "student");
    var _ = current();
    studyThere();

    assertThat(current().changes()).isEmpty();
  }

  @Test
  void aCardThatIsAsItWasAgainDidNotChange() {
    var _ = current();
    move("Brest");
    var _ = current();
    move("Rennes");

    assertThat(current().former()).isNull();
  }

  @Test
  void aCardOfALaterRegisterIsTheSame() {
    var _ = current();
    said.put("registerDate", "2026-06-01").put("reachable", false);

    Card later = current();

    assertThat(later.statement().person().registerDate()).isEqualTo("2026-06-01");
    assertThat(later.former()).isNull();
  }

  @Test
  void theFirstWordOfSkillsIsNoChangeAndTheNextOneIs() {
    var unsaid = TestCards.card(said).remove("skills");
    assertThat(unsaid).isNotNull();
    var _ = current();
    TestCards.card(said).withArray("skills").addObject().put("code", "SM57").put("label", "A");
    assertThat(current().former()).isNull();

    TestCards.card(said).putArray("skills");

    assertThat(current().changes()).containsExactly(CardChange.SKILLS);
  }

  @Test
  void whoLeftTheRegisterHasACardThatSaysSo() {
    var _ = current();
    TestCards.card(said).put("registerStatus", "departed");

    Card card = current();

    assertThat(card.statement().departed()).isTrue();
    assertThat(card.changes()).containsExactly(CardChange.DEPARTED);
  }

  @Test
  void aCardOfThePastDoesNotTakeThePlaceOfANewerOne() {
    var _ = current();
    move("Brest");
    said.put("issuedAt", now.minus(DAY).toString());

    CardOutcome outcome = cards.read(TestCards.ID);

    assertThat(outcome).isInstanceOf(CardOutcome.Outdated.class);
    assertThat(((CardOutcome.Outdated) outcome).kept().statement().person().situations())
        .first()
        .satisfies(place -> assertThat(place.town()).isEqualTo("Rennes"));
    assertThat(cards.read(TestCards.ID)).isInstanceOf(CardOutcome.Outdated.class);
  }

  @Test
  void aDirectoryWhoseClockWasAheadDoesNotStandInTheWayOfLaterCards() {
    said.put("issuedAt", now.plus(DAY).toString());
    var _ = current();
    said.put("issuedAt", now.toString());
    move("Brest");

    assertThat(current().statement().person().situations().getFirst().town()).isEqualTo("Brest");
  }

  @Test
  void whatSpeaksForLookingTwiceIsTold() {
    said.put("registerDate", "2026-05-20");
    TestCards.card(said).put("careProfession", false).put("category", "student");

    assertThat(Caution.of(current(), now))
        .containsExactly(
            new Caution.HomonymInTown(1),
            new Caution.Student(),
            new Caution.NotCare("Médecin"),
            new Caution.Stale(LocalDate.of(2026, 5, 20)));
  }

  @Test
  void aFirstMessageNeedsALookButToColleaguesOnlyWhereSomethingSpeaksAgainstIt() {
    Card card = new Card(current().statement(), new Homonyms(0, 0, 0), null);
    Card alike = new Card(card.statement(), new Homonyms(1, 1, 0), null);

    assertThat(look(card, true).isNeeded()).isFalse();
    assertThat(look(card, false).isNeeded()).isTrue();
    assertThat(look(alike, true).isNeeded()).isTrue();
    assertThat(look(alike, true).cautions()).containsExactly(new Caution.HomonymInDepartment(1));
    assertThat(look(alike, true).first()).isTrue();
  }

  private FirstLook look(Card card, boolean colleague) {
    return store.read(
        reader -> FirstLook.of(reader, card, colleague ? card.statement().person() : null, now));
  }

  private Card current() {
    CardOutcome outcome = cards.read(TestCards.ID);
    assertThat(outcome).isInstanceOf(CardOutcome.Current.class);
    return ((CardOutcome.Current) outcome).card();
  }

  private void studyThere() {
    ((ObjectNode) TestCards.card(said).path("situations").get(0)).put("category", "student");
  }

  private void move(String town) {
    ((ObjectNode) TestCards.card(said).path("situations").get(0)).put("town", town);
  }
}
