package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import fr.liaison.acceptance.api.DevicesBefore;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Mailboxes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A cardiologist comes with the address book of another messenger, and only colleagues stay. */
@Scenario
@Order(4)
class ContactsTest {
  private static final String MAILBOX = "thomas.rousseau@infirmier.mssante.fr";

  private static final String TABLE =
      """
      Nom;Prénom;Code postal;Ville;Profession;RPPS;E-mail;Téléphone;Note
      MOREAU;Claire;44000;Nantes;Médecin;;claire.m@wanadoo.example;06 12 34 56 78;Belote le mardi
      PETIT;Julie;;;;99700219035;;+33 7 98 76 54 32;
      ;;;;;;thomas.rousseau@infirmier.mssante.fr;;
      LEFEBVRE;Sophie;44000;Nantes;;;;;
      QUIDAMANT;Anatole;44000;Nantes;;;quidam@wanadoo.example;02 40 11 22 33;Le voisin
      RAVELO;Jeanne;44000;Nantes;;;289010100000000@patient.mssante.fr;;
      """;

  private static final String CARDS =
      """
      BEGIN:VCARD
      VERSION:3.0
      N:CARON;Inès;;;
      TEL;TYPE=CELL:+33 6 44 55 66 77
      EMAIL:ines@wanadoo.example
      ADR;TYPE=WORK:;;3 av de la Loire;Nantes;;44000;France
      NOTE:Belote le mardi
      END:VCARD
      """;

  private static final List<String> KEPT =
      List.of("Inès CARON", "Sophie LEFEBVRE", "Claire MOREAU", "Julie PETIT", "Thomas ROUSSEAU");

  /** Of the lists above, what is nobody's business; matched without spaces, in small letters. */
  private static final List<String> PRIVATE =
      List.of(
          "wanadoo",
          "612345678",
          "798765432",
          "240112233",
          "644556677",
          "belote",
          "levoisin",
          "ravelo",
          "jeanne",
          "289010100000000");

  private final String origin;
  private final Mailboxes mailboxes;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private DevicesBefore devices;
  private Chromium chromium;
  private Visitor karim;
  private Visitor claire;

  ContactsTest(Origin origin) {
    this.origin = origin.url();
    this.mailboxes = new Mailboxes(this.origin);
  }

  @BeforeAll
  void bothOpenABrowser() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    devices = new DevicesBefore(origin, DemoPerson.BENALI, DemoPerson.MOREAU);
    mailboxes.give(DemoPerson.ROUSSEAU, MAILBOX);
    chromium = Chromium.start();
    claire = chromium.visitor(origin, 1280, 800);
    claire.logIn(DemoPerson.MOREAU);
    claire.prepareDevice();
    karim = chromium.visitor(origin, 1280, 900);
    karim.page().onRequest(request -> sent.add(whole(request)));
    karim.logIn(DemoPerson.BENALI);
    karim.prepareDevice();
    devices.awaitReachable(DemoPerson.MOREAU);
    devices.awaitReachable(DemoPerson.BENALI);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
      mailboxes.takeAll();
      devices.revokeNewer();
    }
  }

  @Test
  @Order(1)
  void aTableIsReadHereAndWhoIsCertainIsTicked() {
    goTo(karim, "Annuaire");
    karim.button("Mes correspondants").click();
    karim.page().getByText("Pas encore de correspondant").waitFor();
    link(karim, "Retrouver mes correspondants").click();
    karim.page().getByLabel("Collez votre liste").fill(TABLE);
    karim.screenshot("40-contacts-list");
    assertThat(karim.axeFindings()).isEmpty();
    karim.button("Chercher dans l’annuaire").click();

    heading("3 personnes retrouvées").waitFor();
    for (String name : List.of("Claire MOREAU", "Julie PETIT", "Thomas ROUSSEAU")) {
      assertThat(found(name).isChecked()).as(name).isTrue();
    }
    karim.page().getByText("1 ligne n’a").waitFor();
    karim.page().getByText("1 personne non retrouvée").waitFor();
    assertThat(karim.page().locator(".contacts__missing").textContent())
        .isEqualTo("Anatole QUIDAMANT, Nantes");
  }

  @Test
  @Order(2)
  void aNamesakeIsAskedAboutAndNeverGuessed() {
    heading("1 personne à choisir").waitFor();
    Locator radios = karim.page().getByRole(AriaRole.RADIO);
    assertThat(radios.count()).as("two of that name and town, and nobody").isEqualTo(3);
    assertThat(radios.all()).noneMatch(Locator::isChecked);
    karim.screenshot("41-contacts-choose");
    assertThat(karim.axeFindings()).isEmpty();
    karim.phoneAtNight("42-contacts-choose-phone");

    karim
        .page()
        .locator(".contacts__choose label")
        .filter(new Locator.FilterOptions().setHasText("HOPITAL DE LA RIVE"))
        .click();
    karim.button("Valider ce choix").click();
    heading("4 personnes retrouvées").waitFor();
    karim.button("Ajouter 4 correspondants").click();
    karim.page().getByText("4 correspondants ajoutés").first().waitFor();
    karim.screenshot("43-contacts-added");
  }

  @Test
  @Order(3)
  void vCardsAndAddressesAreReadToo() {
    karim.button("Chercher une autre liste").click();
    karim.page().getByLabel("Collez votre liste").fill(CARDS);
    karim.button("Chercher dans l’annuaire").click();
    found("Inès CARON").waitFor();
    karim.button("Ajouter 1 correspondant").click();
    karim.page().getByText("1 correspondant ajouté").first().waitFor();

    karim.button("Chercher une autre liste").click();
    karim
        .page()
        .getByLabel("Collez votre liste")
        .fill("Thomas <" + MAILBOX + ">; personne@infirmier.mssante.fr");
    karim.button("Chercher dans l’annuaire").click();
    found("Thomas ROUSSEAU").waitFor();
    assertThat(found("Thomas ROUSSEAU").isDisabled()).as("known already").isTrue();
    assertThat(karim.page().locator(".contacts__missing").textContent())
        .isEqualTo("personne@infirmier.mssante.fr");
  }

  @Test
  @Order(4)
  void oneOfThemIsWrittenTo() {
    goTo(karim, "Annuaire");
    karim.button("Mes correspondants").click();
    assertThat(correspondents()).containsExactlyElementsOf(KEPT);
    karim.screenshot("44-contacts-mine");
    assertThat(karim.axeFindings()).isEmpty();

    link(karim, "Écrire à Claire MOREAU").click();
    karim.writeTo("Claire MOREAU");
    karim.send("Me voici sur Liaison.");
    goTo(claire, "Messages");
    claire.openConversation("Karim BENALI");
    claire.message("Me voici sur Liaison.");
  }

  @Test
  @Order(5)
  void nothingPrivateWasSentAndNobodyElseIsKept() {
    assertThat(sent).anyMatch(one -> one.contains("/practitioners/matches") && asked(one));
    assertThat(sent).allSatisfy(one -> assertThat(squeezed(one)).doesNotContain(PRIVATE));
    assertThat(sent)
        .filteredOn(one -> !one.contains("/practitioners/matches"))
        .noneMatch(ContactsTest::asked);

    karim.page().reload();
    link(karim, "Annuaire").waitFor();
    goTo(karim, "Annuaire");
    karim.button("Mes correspondants").click();
    link(karim, "Écrire à Claire MOREAU").waitFor();
    assertThat(correspondents()).containsExactlyElementsOf(KEPT);
    String kept = karim.kept();
    assertThat(kept).as("the device's keys stand there").contains("publicKey");
    assertThat(squeezed(kept)).doesNotContain(PRIVATE);
    assertThat(kept).doesNotContain("QUIDAMANT", "Anatole", "LEFEBVRE", MAILBOX);
    assertThat(karim.page().content()).doesNotContain("QUIDAMANT");
    assertThat(karim.complaints()).isEmpty();
    assertThat(claire.complaints()).isEmpty();
  }

  @Test
  @Order(6)
  void theKitForLeavingAnotherMessengerLeadsToTheCard() throws IOException {
    karim.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    goTo(karim, "Réglages");
    Locator kit =
        karim
            .page()
            .getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Quitter WhatsApp")));
    kit.scrollIntoViewIfNeeded();
    karim.screenshot("45-contacts-kit");
    assertThat(karim.axeFindings()).isEmpty();
    karim.phoneAtNight("46-contacts-kit-phone");

    karim.button("Copier le texte").click();
    karim.button("Texte copié").waitFor();
    String text = String.valueOf(karim.page().evaluate("() => navigator.clipboard.readText()"));
    Matcher address =
        Pattern.compile(Pattern.quote(origin) + "/directory/[0-9a-f-]{36}").matcher(text);
    assertThat(address.find()).as(text).isTrue();
    assertThat(text.replace(address.group(), "")).doesNotContainPattern("[0-9]{2}");
    theCodeIsSavedAsItIsShown(kit);

    claire.page().navigate(address.group());
    claire.page().getByRole(AriaRole.HEADING, named("Karim BENALI")).waitFor();
    assertThat(karim.complaints()).isEmpty();
  }

  private void theCodeIsSavedAsItIsShown(Locator kit) throws IOException {
    Locator shown = kit.getByRole(AriaRole.IMG);
    assertThat(shown.getAttribute("aria-label")).contains("Karim BENALI");
    Download svg = karim.page().waitForDownload(() -> karim.button("Code en SVG").click());
    assertThat(Files.readString(svg.path()))
        .contains(String.valueOf(shown.locator("path").last().getAttribute("d")));
    Download png = karim.page().waitForDownload(() -> karim.button("Code en PNG").click());
    BufferedImage picture = ImageIO.read(png.path().toFile());
    assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isGreaterThan(200);
    assertThat(picture.getRGB(0, 0)).as("the white around").isEqualTo(0xffffffff);
  }

  /** Only the directory is asked about who turned out to be nobody. */
  private static boolean asked(String request) {
    return request.contains("QUIDAMANT");
  }

  private static String whole(Request request) {
    String body = request.postData();
    return request.method() + " " + request.url() + " " + (body == null ? "" : body);
  }

  private static String squeezed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\h.+%-]", "");
  }

  private List<String> correspondents() {
    Locator names = karim.page().locator(".contacts__row .person__name");
    names.first().waitFor();
    return names.allTextContents().stream().map(name -> name.replaceAll("\\h+", " ")).toList();
  }

  private Locator found(String name) {
    return karim
        .page()
        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private Locator heading(String words) {
    return karim.page().getByRole(AriaRole.HEADING, named(words));
  }

  private static void goTo(Visitor visitor, String tab) {
    link(visitor, tab).click();
  }

  private static Locator link(Visitor visitor, String words) {
    return visitor.page().getByRole(AriaRole.LINK, named(words)).first();
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words);
  }
}
