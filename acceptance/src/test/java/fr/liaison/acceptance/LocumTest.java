package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.DevicesBefore;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A doctor goes away: who stands in is agreed between two, seen by all, and gives no access. */
@Scenario
@Order(4)
class LocumTest {
  private static final String DELEGATIONS = "/api/directory/v1/delegations";
  private static final String NOW = "Zoé LEFÈVRE assure le remplacement du";
  private static final String FOR_HER = "Pour la remplacée seulement.";

  private final String origin;
  private DevicesBefore devices;
  private Chromium chromium;
  private Visitor claire;
  private Visitor zoe;
  private Visitor mathieu;

  LocumTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void twoOpenABrowser() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    devices = new DevicesBefore(origin, DemoPerson.MOREAU, DemoPerson.LEFEVRE, DemoPerson.LEROY);
    chromium = Chromium.start();
    claire = chromium.visitor(origin, 1280, 900);
    claire.logIn(DemoPerson.MOREAU);
    claire.prepareDevice();
    mathieu = chromium.visitor(origin, 1280, 900);
    mathieu.logIn(DemoPerson.LEROY);
    mathieu.prepareDevice();
    devices.awaitReachable(DemoPerson.MOREAU);
    devices.awaitReachable(DemoPerson.LEROY);
    zoe = chromium.visitor(origin, 400, 844);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
      endWhatIsOpen(DemoPerson.MOREAU);
      endWhatIsOpen(DemoPerson.LEROY);
      devices.revokeNewer();
    }
  }

  @Test
  @Order(1)
  void whoeverWantsALocumIsOfferedThoseOfTheRegisterNearBy() {
    Locator dialog = plan(mathieu, 13);
    candidate(dialog, "Jean-Noël GUÉRIN").click();
    mathieu.screenshot("50-locum-candidates");
    assertThat(mathieu.axeFindings()).isEmpty();
    mathieu.phoneAtNight("51-locum-candidates-phone");
    mathieu.button("Demander à Jean-Noël GUÉRIN").click();
    delegation(mathieu, "Remplacement par Jean-Noël GUÉRIN", "En attente de réponse").waitFor();

    mathieu.button("Retirer la demande").click();
    delegation(mathieu, "Remplacement par Jean-Noël GUÉRIN", "Retiré avant la réponse").waitFor();
  }

  @Test
  @Order(2)
  void theDoctorAsksAColleagueByNameWhereNobodyIsNear() {
    Locator dialog = plan(claire, 13);
    dialog.getByText("Personne n’est inscrit pour remplacer près de chez vous").waitFor();
    dialog.getByLabel("Chercher une autre personne par le nom").fill("lefevre");
    candidate(dialog, "Zoé LEFÈVRE").click();
    claire.button("Demander à Zoé LEFÈVRE").click();
    claire.page().getByText("La demande est envoyée à Zoé LEFÈVRE").waitFor();
    delegation(claire, "Remplacement par Zoé LEFÈVRE", "En attente de réponse").waitFor();
  }

  @Test
  @Order(3)
  void nobodyElseSeesWhatWasOnlyAsked() {
    openCard(mathieu, "moreau nantes", "Claire MOREAU");

    assertThat(mathieu.page().locator("article.card").textContent()).doesNotContain("remplacement");
  }

  @Test
  @Order(4)
  void theLocumIsAskedAboveTheConversationsAndAccepts() {
    zoe.logIn(DemoPerson.LEFEVRE);
    zoe.prepareDevice();
    devices.awaitReachable(DemoPerson.LEFEVRE);
    zoe.page().getByText("Claire MOREAU vous demande un remplacement").waitFor();
    zoe.screenshot("52-locum-asked");
    assertThat(zoe.axeFindings()).isEmpty();
    zoe.button("Accepter de remplacer Claire MOREAU").click();
    zoe.page().getByText("Vous remplacez Claire MOREAU aux dates prévues").waitFor();

    goTo(zoe, "Réglages");
    delegation(zoe, "Vous remplacez Claire MOREAU", "En cours").waitFor();
    lookAgain(claire);
    delegation(claire, "Remplacement par Zoé LEFÈVRE", "En cours").waitFor();
    claire.screenshot("53-locum-current");
  }

  @Test
  @Order(5)
  void bothCardsSayItAndWhoWritesChooses() {
    openCard(mathieu, "moreau nantes", "Claire MOREAU");
    mathieu.page().getByText(NOW).waitFor();
    mathieu.screenshot("54-locum-card");
    assertThat(mathieu.axeFindings()).isEmpty();
    mathieu.phoneAtNight("55-locum-card-phone");
    mathieu.writeTo("Claire MOREAU");
    mathieu.page().getByText(NOW).waitFor();
    mathieu.send(FOR_HER);
    claire.page().getByText("Mathieu LEROY").first().waitFor();
    mathieu.screenshot("56-locum-redirected");
    assertThat(mathieu.axeFindings()).isEmpty();

    link(mathieu, "Écrire à Zoé LEFÈVRE").click();
    mathieu.page().getByText("Remplace Claire MOREAU du").waitFor();
    mathieu.screenshot("57-locum-her-card");
    mathieu.writeTo("Zoé LEFÈVRE");
    mathieu.send("Pouvez-vous renouveler l’ordonnance ?");
  }

  @Test
  @Order(6)
  void theLocumAnswersInHerOwnNameAndReadsNothingOfTheOther() {
    goTo(zoe, "Messages");
    zoe.openConversation("Mathieu LEROY");
    zoe.message("Pouvez-vous renouveler l’ordonnance ?");
    zoe.send("C’est fait.");
    mathieu.message("C’est fait.");
    assertThat(mathieu.page().locator("h1, h2").allTextContents().toString())
        .contains("Zoé LEFÈVRE");
    mathieu.screenshot("58-locum-answers");

    assertThat(zoe.page().content()).doesNotContain(FOR_HER);
    Api api = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.LEFEVRE));
    JsonNode hers = api.get(DELEGATIONS).json().path("items");
    assertThat(hers.findValuesAsText("state")).contains("current");
    goTo(claire, "Messages");
    claire.openConversation("Mathieu LEROY");
    claire.message(FOR_HER);
  }

  @Test
  @Order(7)
  void endedByTheDoctorItIsOverForAll() {
    goTo(claire, "Réglages");
    claire.button("Terminer le remplacement").click();
    claire.page().getByText("Le remplacement s’arrête aussitôt").waitFor();
    claire.screenshot("59-locum-end");
    claire.button("Terminer maintenant").click();
    claire.page().getByText("C’est noté. Vos fiches sont à jour").waitFor();
    delegation(claire, "Remplacement par Zoé LEFÈVRE", "Terminé avant la date prévue").waitFor();

    zoe.page().navigate(origin + "/settings");
    delegation(zoe, "Vous remplacez Claire MOREAU", "Terminé avant la date prévue").waitFor();
    openCard(mathieu, "moreau nantes", "Claire MOREAU");
    mathieu
        .page()
        .getByText(NOW)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(claire.complaints()).isEmpty();
    assertThat(zoe.complaints()).isEmpty();
    assertThat(mathieu.complaints()).isEmpty();
  }

  /** Opens the question who stands in, and when, for so many days from today on. */
  private static Locator plan(Visitor visitor, int days) {
    goTo(visitor, "Réglages");
    visitor.button("Prévoir un remplacement").click();
    Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    dialog.getByLabel("Premier jour").fill(today.toString());
    dialog.getByLabel("Dernier jour").fill(today.plusDays(days).toString());
    return dialog;
  }

  private static Locator candidate(Locator dialog, String name) {
    return dialog
        .locator(".locum__candidate")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first();
  }

  private static Locator delegation(Visitor visitor, String title, String state) {
    return visitor
        .page()
        .locator("li.locum")
        .filter(new Locator.FilterOptions().setHasText(title))
        .filter(new Locator.FilterOptions().setHasText(state))
        .first();
  }

  private static void openCard(Visitor visitor, String query, String name) {
    visitor.find(query, name.substring(name.indexOf(' ') + 1));
    visitor
        .page()
        .locator("article.card")
        .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(name))
        .waitFor();
  }

  /** Leaves the settings and comes back, which reads them again. */
  private static void lookAgain(Visitor visitor) {
    goTo(visitor, "Messages");
    goTo(visitor, "Réglages");
  }

  private void endWhatIsOpen(DemoPerson person) {
    Api api = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
    for (JsonNode one : api.get(DELEGATIONS).json().path("items")) {
      if (!one.path("state").asText().equals("ended")) {
        assertThat(api.delete(DELEGATIONS + "/" + one.path("id").asText()).status()).isEqualTo(204);
      }
    }
  }

  private static void goTo(Visitor visitor, String tab) {
    link(visitor, tab).click();
  }

  private static Locator link(Visitor visitor, String words) {
    return visitor
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
        .first();
  }
}
