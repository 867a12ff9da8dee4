package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.EnrolledDevice;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.commit.Stall;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's administrator imports a register under their eyes, and suspends somebody. */
@Scenario
@Order(4)
class AdministrationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Platform platform;
  private final String origin;
  private final Register register;
  private Chromium chromium;
  private Visitor operator;
  private EnrolledDevice device;

  AdministrationTest(Platform platform) {
    this.platform = platform;
    this.origin = platform.url();
    this.register = new Register(origin);
  }

  @BeforeAll
  void theOperatorOpensABrowser() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    device = EnrolledDevice.of(origin, DemoPerson.LEROY);
    chromium = Chromium.start();
    operator = chromium.visitor(origin, 1280, 900);
  }

  @AfterAll
  void everythingAsBefore() {
    if (chromium == null) {
      return;
    }
    chromium.close();
    register.loadShipped();
    String person = "/api/directory/v1/people/" + personId();
    Api administrator = as(DemoPerson.OPERATOR);
    if (administrator.get(person).json().path("state").asText().equals("suspended")) {
      assertThat(administrator.delete(person + "/suspension").status()).isEqualTo(204);
    }
    await().atMost(PATIENCE).until(this::mathieuIsAtWorkAgain);
  }

  @Test
  @Order(1)
  void theImportIsWatchedWhileItRuns(@TempDir Path folder) throws SQLException, IOException {
    operator.logIn(DemoPerson.OPERATOR);
    operator.page().getByRole(AriaRole.HEADING, named("Import du répertoire")).waitFor();
    operator.page().getByText("Annuaire à jour au").waitFor();
    operator.screenshot("60-register");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("61-register-phone");

    try (Stall stall = new Stall(platform.database("directory"), "practitioner")) {
      upload(register.withNewcomers(folder));
      stall.awaitCaught();
      operator.page().getByText("Mise à jour de l’annuaire").waitFor();
      operator.page().getByText(Pattern.compile("lignes lues")).waitFor();
      operator.screenshot("62-register-progress");
      assertThat(operator.axeFindings()).isEmpty();
      operator.phoneAtNight("63-register-progress-phone");
    }
    operator.page().getByText("Import accepté").waitFor();
    assertThat(operator.page().locator(".admin__counts").textContent()).contains("Nouvelles");
    operator.screenshot("64-register-report");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("65-register-report-phone");
  }

  @Test
  @Order(2)
  void theLinesThatWereLeftOutAndTheChartsAreBelow() {
    operator.button("Voir les lignes").click();
    operator.page().getByText("Défauts, par numéro de ligne").first().waitFor();
    for (String question :
        List.of(
            "Historique des imports",
            "Qui figure dans l’annuaire ?",
            "Qui arrive et qui part, import après import ?")) {
      operator.page().getByRole(AriaRole.HEADING, named(question)).waitFor();
    }
    wholePage("66-register-whole");
    assertThat(operator.axeFindings()).isEmpty();
    operator.page().setViewportSize(400, 844);
    wholePage("67-register-whole-phone");
    assertThat(widerThanTheScreen()).isFalse();
    operator.page().setViewportSize(1280, 900);
  }

  @Test
  @Order(3)
  void aFileThatWouldRemoveTooManyIsRefusedWithAReason() {
    upload(new FilePayload("coupe_202611200730.txt", "text/plain", register.cutShort()));
    operator.page().getByText("Import refusé").waitFor();
    operator.page().getByText("Trop de personnes partiraient").waitFor();
    operator.page().getByText("Se reconnecter pour accepter les départs").waitFor();
    operator.screenshot("68-register-refused");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("69-register-refused-phone");
  }

  @Test
  @Order(4)
  void inEnglishToo() {
    operator.button("English").click();
    operator.page().getByRole(AriaRole.HEADING, named("Register import")).waitFor();
    wholePage("70-register-english");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("71-register-english-phone");
    goTo("People");
    operator.page().getByRole(AriaRole.HEADING, named("People of the platform")).waitFor();
    operator.page().getByRole(AriaRole.TABLE).waitFor();
    operator.screenshot("72-people-english");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("73-people-english-phone");
    operator.button("Français").click();
  }

  @Test
  @Order(5)
  void somebodyIsFoundAndSuspendedForAReason() {
    operator.page().getByLabel("Début du nom de famille").fill("leroy");
    operator.button("Chercher").click();
    operator.button("Ouvrir la situation de Mathieu LEROY").click();
    Locator dialog = operator.page().getByRole(AriaRole.DIALOG);
    dialog.getByText("En activité").waitFor();
    dialog.getByText("Poste de test").first().waitFor();
    operator.screenshot("74-person");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("75-person-phone");

    operator.button("Suspendre l’accès…").click();
    dialog
        .getByLabel("Motif", new Locator.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel("Vérification en cours"));
    dialog.getByLabel("Note").fill("Dossier 12");
    operator.screenshot("76-person-suspend");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("77-person-suspend-phone");
    dialog.locator("button[type=submit]").click();
    dialog.getByText("Accès suspendu. Les appareils sont retirés.").waitFor();
    dialog.getByText("Vérification en cours").waitFor();
    dialog.getByText("Dossier 12").waitFor();
    dialog.getByText("Révoqué").first().waitFor();
    operator.screenshot("78-person-suspended");
    assertThat(operator.axeFindings()).isEmpty();

    assertThat(device.api().get("/api/directory/v1/me").problem()).isEqualTo("registration-ended");
    await().atMost(PATIENCE).until(() -> !logsIn());
  }

  @Test
  @Order(6)
  void theEndOfTheSuspensionLetsThePersonInAgain() {
    operator.button("Lever la suspension…").click();
    operator.screenshot("79-person-lift");
    assertThat(operator.axeFindings()).isEmpty();
    operator.button("Lever la suspension").click();
    operator.page().getByText("Suspension levée. La personne peut se reconnecter.").waitFor();
    await().atMost(PATIENCE).until(this::logsIn);

    assertThat(operator.complaints())
        .as("an import that has only begun to arrive is not known yet; one was refused")
        .allMatch(one -> one.contains("/v1/register-imports"));
  }

  private void upload(FilePayload file) {
    operator.page().locator("input[type=file]").setInputFiles(file);
    operator.button("Importer le fichier").click();
  }

  private void upload(Path file) {
    operator.page().locator("input[type=file]").setInputFiles(file);
    operator.button("Importer le fichier").click();
  }

  private void wholePage(String name) {
    operator
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  private boolean widerThanTheScreen() {
    return (boolean)
        operator.page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
  }

  private boolean logsIn() {
    try {
      return !HeadlessLogin.accessToken(origin, DemoPerson.LEROY).isEmpty();
    } catch (HeadlessLogin.Refused refused) {
      return false;
    }
  }

  /** With a new device that every service knows, which is then given back. */
  private boolean mathieuIsAtWorkAgain() {
    if (!logsIn()) {
      return false;
    }
    EnrolledDevice next = EnrolledDevice.of(origin, DemoPerson.LEROY);
    await()
        .atMost(PATIENCE)
        .until(() -> next.api().get("/api/conversation/v1/conversations").status() == 200);
    return next.api().delete("/api/directory/v1/devices/" + next.id()).status() == 204;
  }

  private String personId() {
    return as(DemoPerson.OPERATOR)
        .get("/api/directory/v1/people?q=" + DemoPerson.LEROY.userName())
        .json()
        .at("/items/0/id")
        .asText();
  }

  private Api as(DemoPerson person) {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
  }

  private void goTo(String tab) {
    operator.page().getByRole(AriaRole.LINK, named(tab)).first().click();
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words);
  }
}
