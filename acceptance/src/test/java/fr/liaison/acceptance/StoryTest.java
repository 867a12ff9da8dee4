package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.test.PushServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job: two professionals find each other, talk end to end, and leave a proof. */
@Scenario
@Order(2)
class StoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final String origin;
  private Chromium chromium;
  private Visitor doctor;
  private Visitor nurse;

  StoryTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void openTwoBrowsers() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    chromium = Chromium.start();
    doctor = chromium.visitor(origin, 1280, 800);
    nurse = chromium.visitor(origin, 390, 844);
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Order(1)
  void bothLogInThroughProSanteConnectAndPrepareTheirDevices() {
    doctor.screenshot("01-login");
    doctor.logIn(DemoPerson.MOREAU);
    doctor.prepareDevice();
    nurse.logIn(DemoPerson.PETIT);
    nurse.button("Utiliser cet appareil").waitFor();
    nurse.screenshot("02-device-phone");
    nurse.prepareDevice();
    doctor.screenshot("03-empty-list");
  }

  @Test
  @Order(2)
  void theDoctorFindsTheNurseByNameAndTownAndSeesHerCardFirst() {
    doctor.find("petit nantes", "PETIT");
    doctor.page().getByText("Inscription au RPPS vérifiée").first().waitFor();
    doctor.screenshot("04-card");
    assertThat(doctor.axeFindings()).isEmpty();

    doctor.writeTo("Julie PETIT");
  }

  @Test
  @Order(3)
  void aTextAndAPhotoArriveAndAreSeenDeliveredAndRead() throws IOException {
    doctor.send(Story.SECRET);
    nurse.page().getByText("Claire MOREAU").first().click();
    nurse.message(Story.SECRET);
    nurse.send("Je passe à 18 h.");
    doctor.message("Je passe à 18 h.");

    doctor.sendPhoto("talon.jpg", photo());
    byte[] shown = nurse.shownPhoto();
    Story.photoMark = Arrays.copyOfRange(shown, shown.length / 2, shown.length / 2 + 24);
    assertThat(doctor.shownPhoto()).isEqualTo(shown);

    doctor
        .page()
        .getByText("Lu", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
        .first()
        .waitFor();
    doctor.screenshot("05-conversation");
    assertThat(doctor.axeFindings()).isEmpty();
    nurse.screenshot("06-conversation-phone");
    assertThat(doctor.complaints()).isEmpty();
    assertThat(nurse.complaints()).isEmpty();
  }

  @Test
  @Order(4)
  void theAbsentNurseGetsAPushThatSaysNothing() throws IOException {
    nurse.close();
    String token = HeadlessLogin.accessToken(origin, DemoPerson.PETIT);
    Api api = Api.at(origin).withToken(token);
    String device =
        api.get("/api/directory/v1/devices").json().path("items").get(0).path("id").asText();
    try (PushServer push = PushServer.start()) {
      Api onDevice = api.onDevice(device);
      await().until(() -> onDevice.get("/api/notification/v1/web-push").status() == 200);
      var subscription =
          push.subscribe(
              onDevice.get("/api/notification/v1/web-push").json().path("publicKey").asText());
      assertThat(
              onDevice
                  .put(
                      "/api/notification/v1/web-push/subscription",
                      "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"%s\"}"
                          .formatted(
                              subscription.endpoint(), subscription.p256dh(), subscription.auth()))
                  .status())
          .isEqualTo(204);

      doctor.send(Story.LATER_SECRET);

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(push.received(subscription)).containsOnly("{\"v\":1}"));
      Story.capturedPush = String.join("\n", push.received(subscription));
    }
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(
      strings = {
        "device.enrol",
        "directory.search",
        "conversation.create",
        "message.send",
        "attachment.upload",
        "attachment.download",
        "notification.push"
      })
  void theComplianceOfficerSeesEveryAct(String action) {
    Api officer = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OFFICER));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Answer entries = officer.get("/api/audit/v1/entries?limit=1&action=" + action);
              assertThat(entries.status()).as(entries.body()).isEqualTo(200);
              assertThat(entries.json().at("/items/0/action").asText()).isEqualTo(action);
            });
  }

  @Test
  @Order(6)
  void theConsoleVerifiesAProofInTheBrowser() {
    Visitor officer = chromium.visitor(origin, 1280, 800);
    officer.logIn(DemoPerson.OFFICER);
    officer.page().getByRole(com.microsoft.playwright.options.AriaRole.TABLE).first().waitFor();
    officer.page().navigate(origin + "/console");
    officer.page().getByRole(com.microsoft.playwright.options.AriaRole.TABLE).first().waitFor();
    officer.screenshot("07-console");
    officer.page().locator("table tbody tr").first().locator("a, button").first().click();
    officer.page().getByText("Preuve vérifiée").first().waitFor();
    officer.screenshot("08-proof");
    officer.close();
  }

  /** A picture that does not compress to nothing, so that its bytes are telling. */
  private static byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pencil = image.createGraphics();
    Random random = new Random(42);
    for (int i = 0; i < 800; i++) {
      pencil.setColor(new Color(random.nextInt(0x1000000)));
      pencil.fillOval(
          random.nextInt(640), random.nextInt(480), random.nextInt(60), random.nextInt(60));
    }
    pencil.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    return jpeg.toByteArray();
  }
}
