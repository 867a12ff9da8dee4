package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Passkeys;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A secretary without a number: invited, let in by a passkey alone, talked to, and removed. */
@Scenario
@Order(4)
class InvitationTest {
  private static final String STRUCTURE = "/api/directory/v1/structures/F440900025";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NAME = "Odile EXEMPLE";
  private static final String FUNCTION = "Secrétaire médicale";

  private final String origin;
  private final List<String> addresses = new CopyOnWriteArrayList<>();
  private Chromium chromium;
  private Visitor administrator;
  private Visitor secretary;
  private Passkeys passkeys;
  private String link = "";

  InvitationTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void thePlatformNamesAnAdministratorOfTheCareHome() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    String person =
        as(DemoPerson.ROUSSEAU).get("/api/directory/v1/me").json().at("/practitioner/id").asText();
    assertThat(as(DemoPerson.OPERATOR).put(STRUCTURE + "/administrators/" + person, "").status())
        .isEqualTo(204);
    chromium = Chromium.start();
    administrator = chromium.visitor(origin, 1280, 800);
    secretary = chromium.visitor(origin, 400, 844);
    passkeys = secretary.withPasskeys();
    secretary.page().onRequest(request -> addresses.add(request.url()));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Order(1)
  void theAdministratorMakesALinkThatIsShownOnce() {
    administrator.logIn(DemoPerson.ROUSSEAU);
    administrator.prepareDevice();
    openStructure();
    administrator.page().getByText("Personne pour le moment").waitFor();
    administrator.screenshot("20-structure-empty");
    administrator.button("Inviter une personne").first().click();
    administrator.page().getByLabel("Prénom").fill("Odile");
    administrator.page().getByLabel("Nom", exactly()).fill("Exemple");
    administrator.page().getByLabel("Fonction").fill(FUNCTION);
    administrator.screenshot("21-structure-invite");
    administrator.button("Créer le lien").click();
    link = administrator.page().locator(".staff__link").textContent();
    administrator.screenshot("22-structure-link");

    assertThat(link).matches(Pattern.quote(origin) + "/invitation#[A-Za-z0-9_-]{43}");
    administrator.button("C’est noté").click();
    administrator.page().getByText(FUNCTION).first().waitFor();
    assertThat(administrator.page().content()).doesNotContain(token());
  }

  @Test
  @Order(2)
  void theSecretaryReadsWhoInvitesHerAndTheAddressKeepsNoToken() {
    secretary.page().navigate(link);
    secretary.page().getByText("Bonjour " + NAME).waitFor();
    secretary.screenshot("23-invitation");

    assertThat(secretary.page().url()).isEqualTo(origin + "/invitation");
    assertThat(secretary.page().locator("main").textContent())
        .contains("EHPAD LES GLYCINES", FUNCTION, "Thomas ROUSSEAU");
  }

  @Test
  @Order(3)
  void sheAcceptsMakesAPasskeyAndLandsInTheMessenger() {
    secretary.button("Accepter l’invitation").click();
    secretary.page().locator("#registerWebAuthn").waitFor();
    secretary.screenshot("24-passkey");
    secretary.page().locator("#registerWebAuthn").click();
    secretary.button("Utiliser cet appareil").waitFor();

    assertThat(passkeys.count()).isEqualTo(1);
    secretary.prepareDevice();
    assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains(token()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(person().path("state").asText()).isEqualTo("active"));
    // The search follows the people a moment later, and the next scenario asks once.
    Api colleague = as(DemoPerson.ROUSSEAU);
    String search = "/api/directory/v1/practitioners?q=odile+exemple";
    await().atMost(PATIENCE).until(() -> !colleague.get(search).json().path("items").isEmpty());
  }

  @Test
  @Order(4)
  void herCardSaysWhoAnswersForHerAndSheWritesToAColleague() {
    administrator.find("odile exemple", "EXEMPLE");
    administrator
        .page()
        .getByText(FUNCTION + ", personne invitée par EHPAD LES GLYCINES")
        .first()
        .waitFor();
    administrator.screenshot("25-invited-card");

    secretary.find("rousseau rezé", "ROUSSEAU");
    secretary.writeTo("Thomas ROUSSEAU");
    secretary.send("Le rendez-vous de 15 h est déplacé à 16 h.");
    secretary.screenshot("26-invited-writes");
    goTo("Messages");
    administrator.openConversation(NAME);
    administrator.message("Le rendez-vous de 15 h est déplacé à 16 h.");
    assertThat(administrator.complaints()).isEmpty();
    assertThat(secretary.complaints()).isEmpty();
  }

  @Test
  @Order(5)
  void thePasskeyAloneLetsHerInAgain() {
    leaveTheLogin();
    logInByPasskey();
    secretary.page().getByText("Thomas ROUSSEAU").first().waitFor();
  }

  @Test
  @Order(6)
  void whoIsRemovedIsRefusedAtOnceAndForGood() {
    openStructure();
    administrator.button(NAME).click();
    administrator.page().getByRole(AriaRole.DIALOG).waitFor();
    administrator.screenshot("27-structure-person");
    administrator.button("Retirer cette personne…").click();
    administrator.screenshot("28-structure-remove");
    administrator.button("Retirer la personne").click();
    administrator.page().getByText("ne fait plus partie de votre structure").waitFor();

    secretary.page().getByText("Cet appareil a été retiré").first().waitFor();
    secretary.screenshot("29-invited-removed");
    assertThat(person().path("state").asText()).isEqualTo("departed");
    awaitClosedLogin();
    leaveTheLogin();
    logInByPasskey();
    secretary.page().getByText(Pattern.compile("désactivé")).first().waitFor();
    secretary.screenshot("30-invited-refused");
    secretary.page().navigate("about:blank");
    secretary.page().navigate(link);
    secretary.page().getByText("Cette invitation a déjà servi").waitFor();
    secretary.screenshot("31-invitation-used");
  }

  @Test
  @Order(7)
  void theAdministratorAsksForALocumForSomebodyWhoPractisesThere() {
    administrator.button("Fermer").click();
    administrator.button("Prévoir un remplacement").click();
    Locator dialog = administrator.page().getByRole(AriaRole.DIALOG);
    dialog.getByText("Thomas ROUSSEAU").waitFor();
    administrator.screenshot("32-structure-locum-who");
    assertThat(administrator.axeFindings()).isEmpty();
    dialog.getByLabel("Chercher par le nom").fill("rousseau");
    dialog.getByText("Thomas ROUSSEAU").click();
    dialog.getByText("Qui remplace Thomas ROUSSEAU").waitFor();
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    dialog.getByLabel("Premier jour").fill(today.toString());
    dialog.getByLabel("Dernier jour").fill(today.plusDays(9).toString());
    dialog.getByLabel("Chercher une autre personne par le nom").fill("ambroise helene");
    dialog.locator(".locum__candidate").getByText("Hélène AMBROISE").first().click();
    administrator.screenshot("33-structure-locum");
    assertThat(administrator.axeFindings()).isEmpty();
    administrator.phoneAtNight("34-structure-locum-phone");
    dialog.getByText(Pattern.compile("^Demander à .*AMBROISE")).click();
    administrator.page().getByText("La demande est envoyée à").waitFor();
    administrator.page().locator("li.locum").getByText("En attente de réponse").waitFor();
    administrator.screenshot("35-structure-locum-asked");
    assertThat(administrator.axeFindings()).isEmpty();

    administrator.button("Retirer la demande").click();
    administrator.page().locator("li.locum").getByText("Retiré avant la réponse").waitFor();
  }

  /** The browser offers the passkey in the login page by itself, and its owner always agrees. */
  private void logInByPasskey() {
    secretary.button("Connexion de la structure").click();
  }

  /** As whoever opens a browser whose login is long over. */
  private void leaveTheLogin() {
    secretary.page().context().clearCookies();
    secretary.page().navigate(origin + "/");
    secretary.button("Connexion de la structure").waitFor();
  }

  private void openStructure() {
    goTo("Ma structure");
    administrator.page().getByText("EHPAD LES GLYCINES").first().waitFor();
  }

  private void goTo(String tab) {
    administrator
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(tab))
        .first()
        .click();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private String token() {
    return link.substring(link.indexOf('#') + 1);
  }

  private JsonNode person() {
    return as(DemoPerson.ROUSSEAU).get(STRUCTURE + "/people").json().at("/items/0");
  }

  /** The directory closes a login at Keycloak a moment after it has refused the person itself. */
  private void awaitClosedLogin() {
    String her = "/api/directory/v1/people/" + person().path("practitionerId").asText();
    Api operator = as(DemoPerson.OPERATOR);
    await().atMost(PATIENCE).until(() -> operator.get(her).json().at("/account/told").asBoolean());
  }

  private Api as(DemoPerson person) {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
  }
}
