package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.javaclient.OldState;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.Device;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Entry.EntryKind;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.conversation.ChangeOutcome;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StoredConversation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at browsers and one behind a Java program, in one group, until one is struck off. */
@Scenario
@Order(4)
class TwoBrowsersAndAProgramTest {
  private final URI origin;
  private final Register register;
  private Path states;
  private Chromium chromium;
  private Visitor nadia;
  private Visitor ines;
  private JavaDevice mathieu;
  private JavaDevice second;
  private ConversationId group;
  private boolean struckOff;

  TwoBrowsersAndAProgramTest(Origin origin) {
    this.origin = URI.create(origin.url());
    this.register = new Register(origin.url());
  }

  @BeforeAll
  void openTwoBrowsersAndAProgram(@TempDir Path folder) {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    states = folder;
    chromium = Chromium.start();
    nadia = logIn(DemoPerson.HADDAD);
    nadia.prepareDevice();
    ines = logIn(DemoPerson.CARON);
    ines.prepareDeviceAtTheFirstPlace();
    mathieu = JavaDevice.start(origin, DemoPerson.LEROY, folder.resolve("first"));
  }

  private Visitor logIn(DemoPerson person) {
    Visitor visitor = chromium.visitor(origin.toString(), 1280, 800);
    visitor.logIn(person);
    return visitor;
  }

  @AfterAll
  void close() {
    if (chromium == null) {
      return;
    }
    chromium.close();
    if (mathieu != null) {
      mathieu.close();
    }
    if (second != null) {
      second.close();
    }
    if (struckOff) {
      register.restore(DemoPerson.LEROY);
    }
  }

  @Test
  @Order(1)
  void aGroupMadeInABrowserReachesTheOtherBrowserAndTheProgram() {
    nadia.beginGroup();
    nadia.choose("caron", "Inès CARON");
    nadia.choose("leroy", "Mathieu LEROY");
    nadia.writeToChosen(2);
    group = nadia.conversation();
    nadia.send("Bonjour à vous deux");

    ines.openConversation("HADDAD", "LEROY");
    ines.message("Bonjour à vous deux");
    awaitText(mathieu, "Bonjour à vous deux");
    assertThat(ines.conversation()).isEqualTo(group);
  }

  @Test
  @Order(2)
  void whatEachOfThemWritesReachesBothOthers() {
    ines.send("Vu à Saint-Nazaire");
    mathieu.say(group, "Vu à Vertou");

    nadia.message("Vu à Saint-Nazaire");
    nadia.message("Vu à Vertou");
    ines.message("Vu à Vertou");
    awaitText(mathieu, "Vu à Saint-Nazaire");
    assertThat(mathieu.texts(group)).hasSize(3).doesNotContain("?");
  }

  @Test
  @Order(3)
  void aDocumentOfTheProgramAndAPhotoOfABrowserAreTheSameOnTheOtherSide() throws IOException {
    byte[] letter = new byte[300_000];
    new Random(3).nextBytes(letter);
    mathieu.sendFile(group, Files.write(states.resolve("compte-rendu.pdf"), letter));
    assertThat(nadia.savedDocument("compte-rendu.pdf")).isEqualTo(letter);
    assertThat(ines.savedDocument("compte-rendu.pdf")).isEqualTo(letter);

    nadia.sendPhoto("genou.jpg", photo());
    byte[] shown = ines.shownPhoto();
    await().untilAsserted(() -> assertThat(photos(mathieu)).isEqualTo(1));
    assertThat(nadia.shownPhoto()).isEqualTo(shown);
    assertThat(mathieu.receivedPhoto(group, states.resolve("genou"))).hasBinaryContent(shown);
  }

  @Test
  @Order(4)
  void aSecondDeviceOfTheProgramsPersonJoinsByItselfAndGetsWhatComes() {
    second = JavaDevice.start(origin, DemoPerson.LEROY, states.resolve("second"));
    assertThat(second.notices()).contains(new Notice.Joined(group));

    ines.send("Pour les deux postes");
    awaitText(second, "Pour les deux postes");
    awaitText(mathieu, "Pour les deux postes");
    second.say(group, "Du second poste");

    nadia.message("Du second poste");
    ines.message("Du second poste");
    awaitText(mathieu, "Du second poste");
  }

  @Test
  @Order(5)
  void allSeeTheSameThreePeopleAndTheServerTheirDevices() {
    membersShown(nadia, "Nadia HADDAD (vous)", "Inès CARON", "Mathieu LEROY");
    membersShown(ines, "Nadia HADDAD", "Inès CARON (vous)", "Mathieu LEROY");
    assertThat(people(mathieu)).hasSize(3).isEqualTo(people(second));

    Conversation conversation =
        mathieu.liaison().conversations(mathieu.device()).conversation(group).orThrow();
    assertThat(conversation.members())
        .extracting(Conversation.Member::deviceId)
        .contains(mathieu.device().id(), second.device().id());
  }

  @Test
  @Order(6)
  void aTextTypedBeforeSomebodyWasStruckOffIsNotReadableToThemWhenItIsSentAfter() {
    OldState before = OldState.of(mathieu, group);
    ConversationApi inesSees = logOf(DemoPerson.CARON);
    long devices = devicesOf(mathieu.practitioner(), inesSees);
    long already = proposals(inesSees);
    nadia.type("Écrit avant, envoyé après");
    register.strikeOff(DemoPerson.LEROY);
    struckOff = true;
    // Each of his devices is revoked, heard of and proposed on its own.
    await().until(() -> proposals(inesSees) >= already + devices);

    nadia.pressSend();

    ines.message("Écrit avant, envoyé après");
    List<Entry> log = entries(inesSees);
    Entry sent = log.getLast();
    assertThat(sent.kind()).isEqualTo(EntryKind.MESSAGE);
    Entry removal =
        log.stream().filter(e -> e.kind() == EntryKind.COMMIT).reduce((a, b) -> b).orElseThrow();
    assertThat(removal.sequence()).isLessThan(sent.sequence());
    assertThat(sent.epoch()).isEqualTo(removal.epoch() + 1);
    assertThat(inesSees.conversation(group).orThrow().members())
        .extracting(Conversation.Member::deviceId)
        .doesNotContain(mathieu.device().id(), second.device().id());
    for (JavaDevice gone : List.of(mathieu, second)) {
      assertThat(gone.messenger().sync()).isNotEqualTo(new ChangeOutcome.Done());
      assertThat(gone.texts(group)).doesNotContain("Écrit avant, envoyé après");
      assertThat(OldState.of(gone, group).read(log)).doesNotContain("Écrit avant, envoyé après");
      assertThat(OldState.of(gone, group).opens(sent)).isFalse();
    }
    assertThat(before.opens(sent)).isFalse();
  }

  @Test
  @Order(7)
  void thoseWhoStayTalkOnAndSeeWhoIsGone() {
    ines.send("Nous voilà deux");

    nadia.message("Nous voilà deux");
    membersShown(nadia, "Nadia HADDAD (vous)", "Inès CARON");
    membersShown(ines, "Nadia HADDAD", "Inès CARON (vous)");
    assertThat(nadia.page().locator(".system-line p").allTextContents())
        .filteredOn(line -> line.contains("a quitté"))
        .containsExactly("Mathieu LEROY a quitté la conversation");
  }

  @Test
  @Order(8)
  void aConversationMadeAgainGoesOnInBothBrowsersWithItsEarlierMessagesAStepAway() {
    nadia.renewConversation();
    nadia.goOnInTheRenewedConversation();
    ines.goOnInTheRenewedConversation();
    nadia.screenshot("renewed-conversation");
    assertThat(nadia.conversation()).isEqualTo(ines.conversation()).isNotEqualTo(group);
    nadia.send("Dans la nouvelle");
    ines.message("Dans la nouvelle");
    ines.send("Bien reçu");
    nadia.message("Bien reçu");

    ines.page().getByText("Messages précédents").first().click();

    ines.message("Nous voilà deux");
    assertThat(ines.conversation()).isEqualTo(group);
  }

  private static void membersShown(Visitor visitor, String... names) {
    await().untilAsserted(() -> assertThat(visitor.members()).containsExactlyInAnyOrder(names));
  }

  private void awaitText(JavaDevice device, String text) {
    await()
        .untilAsserted(
            () -> {
              device.sync();
              assertThat(device.texts(group)).contains(text);
            });
  }

  private long photos(JavaDevice device) {
    device.sync();
    return device.messenger().history(group, 0, 500).stream()
        .filter(message -> message.content() instanceof Decoded.Known(Content.Photo _))
        .count();
  }

  private List<?> people(JavaDevice device) {
    return device.messenger().all().stream()
        .filter(one -> one.id().equals(group))
        .map(StoredConversation::members)
        .findFirst()
        .orElseThrow()
        .stream()
        .sorted(Comparator.comparing(Object::toString))
        .toList();
  }

  /** The conversation-service as the person's newest device asks it. */
  private ConversationApi logOf(DemoPerson person) {
    String token = HeadlessLogin.accessToken(origin.toString(), person);
    Http http = new Http(HttpSettings.of(origin), refused -> new Answer.Done<>(token));
    Device device =
        new DirectoryApi(http)
            .devices().orThrow().stream()
                .max(Comparator.comparing(Device::enrolledAt))
                .orElseThrow();
    return new ConversationApi(http.onDevice(device.id()));
  }

  private long devicesOf(PractitionerId person, ConversationApi sees) {
    return sees.conversation(group).orThrow().members().stream()
        .filter(member -> member.practitionerId().equals(person))
        .count();
  }

  private long proposals(ConversationApi sees) {
    return entries(sees).stream().filter(entry -> entry.kind() == EntryKind.PROPOSAL).count();
  }

  private List<Entry> entries(ConversationApi sees) {
    return sees.log(group, 0, 500).orThrow().entries();
  }

  private static byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int at = 0; at < 320 * 240; at++) {
      image.setRGB(at % 320, at / 320, random.nextInt(0x1000000));
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpeg", jpeg)).isTrue();
    return jpeg.toByteArray();
  }
}
