package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.Liaison;
import fr.liaison.client.api.Device;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.PractitionerQuery;
import fr.liaison.client.audit.Verdict;
import fr.liaison.client.audit.VerifyLog;
import fr.liaison.client.auth.DeviceGrant;
import fr.liaison.client.auth.DeviceLogin;
import fr.liaison.client.auth.LoginOutcome;
import fr.liaison.client.auth.PersonTokens;
import fr.liaison.client.auth.Realm;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.EnrolmentOutcome;
import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.client.stream.LiveStream;
import fr.liaison.client.stream.ServerFrame;
import fr.liaison.client.stream.StreamConsumer;
import fr.liaison.client.stream.StreamState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java program and the person behind it, on the whole system. */
@Scenario
@Order(4)
class JavaClientTest {
  private final URI origin;
  private Store store;
  private Liaison liaison;

  JavaClientTest(Origin origin) {
    this.origin = URI.create(origin.url());
  }

  @BeforeAll
  void openTheStore(@TempDir Path folder) throws IOException {
    store = ((StoreOpening.Opened) new StateFolder(folder.resolve("state")).open()).store();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  @Order(1)
  void aPersonLogsTheProgramInFromAnotherBrowser() {
    Realm realm = new Realm(origin);
    DeviceLogin login = new DeviceLogin(realm, DeviceLogin.CLIENT);
    DeviceGrant grant = login.begin().orThrow();

    HeadlessLogin.confirmDevice(origin.toString(), DemoPerson.CARON, grant.pageWithCode());
    LoginOutcome outcome = login.await(grant);

    assertThat(outcome).isInstanceOf(LoginOutcome.LoggedIn.class);
    AccessTokens tokens =
        PersonTokens.begin(
            realm, DeviceLogin.CLIENT, store, ((LoginOutcome.LoggedIn) outcome).tokens());
    liaison = Liaison.at(origin, tokens, store);
    Practitioner self = liaison.directory().me().orThrow().practitioner();
    assertThat(self.familyName()).isEqualTo("CARON");
  }

  @Test
  @Order(2)
  void theProgramFindsColleagues() {
    assertThat(
            liaison.directory().search(PractitionerQuery.words("petit nantes")).orThrow().items())
        .extracting(Practitioner::familyName)
        .contains("PETIT");
  }

  @Test
  @Order(3)
  void theProgramBecomesADeviceWhoseCertificateHolds() {
    EnrolmentOutcome outcome = liaison.enrol("Logiciel de cabinet");

    assertThat(outcome).isInstanceOf(EnrolmentOutcome.Enrolled.class);
    assertThat(liaison.enrol("encore")).isInstanceOf(EnrolmentOutcome.AlreadyEnrolled.class);
    assertThat(liaison.directory().devices().orThrow())
        .extracting(Device::id)
        .contains(device().id());
  }

  @Test
  @Order(4)
  void theConversationServiceKnowsTheDeviceAndRefusesForeignConversations() {
    Awaitility.await()
        .until(() -> liaison.conversations(device()).conversations() instanceof Answer.Done<?>);
    assertThat(liaison.conversations(device()).conversations().orThrow()).isEmpty();
    assertThat(liaison.keyPackages(device()).level().orThrow().available()).isZero();
    ConversationId foreign = new ConversationId(UUID.randomUUID());

    assertThat(liaison.conversations(device()).conversation(foreign))
        .matches(answer -> refusedWith(answer, 404));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(liaison.attachments(device()).create(foreign, 16))
                    .matches(answer -> refusedWith(answer, 404)));
  }

  @Test
  @Order(5)
  void theStreamCatchesUpAndStops() throws InterruptedException {
    Queue<StreamState> states = new ConcurrentLinkedQueue<>();
    LiveStream stream = liaison.stream(device(), consumer(states));
    Thread running = Thread.ofVirtual().start(stream::run);

    Awaitility.await().until(() -> states.contains(new StreamState.Online()));
    stream.stop();
    running.join();

    assertThat(states).endsWith(new StreamState.Stopped());
  }

  @Test
  @Order(6)
  void theSessionGoesOnFromTheStoredRefreshToken() {
    AccessTokens later = PersonTokens.stored(new Realm(origin), DeviceLogin.CLIENT, store);

    assertThat(Liaison.at(origin, later, store).directory().me()).isInstanceOf(Answer.Done.class);
  }

  @Test
  @Order(7)
  void theAuditLogIsProvenToTheProgram() {
    String key = liaison.audit().logKey().orThrow();
    assertThat(VerifyLog.checkpoint(liaison.audit().checkpoint().orThrow(), key))
        .isInstanceOf(Verdict.GenuineCheckpoint.class);
    String token = HeadlessLogin.accessToken(origin.toString(), DemoPerson.OFFICER);
    Liaison officer = Liaison.at(origin, refused -> new Answer.Done<>(token), store);
    String entry =
        Api.at(origin.toString())
            .withToken(token)
            .get("/api/audit/v1/entries?limit=5")
            .json()
            .at("/items/4/id")
            .asText();

    // An entry is in the log before the next checkpoint covers it.
    String proof =
        Awaitility.await()
            .until(
                () -> officer.audit().proof(UUID.fromString(entry)),
                answer -> !refusedWith(answer, 503))
            .orThrow();

    assertThat(VerifyLog.proof(proof, entry, key)).isInstanceOf(Verdict.Proven.class);
    assertThat(VerifyLog.proof(proof.replaceFirst("index \\d+", "index 0"), entry, key))
        .isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  @Order(8)
  void aRevokedDeviceIsToldSo() {
    liaison.directory().revoke(device().id()).orThrow();

    Awaitility.await()
        .until(() -> refusedWith(liaison.conversations(device()).conversations(), 403));
  }

  private EnrolledDevice device() {
    return store.<EnrolledDevice>read(reader -> EnrolledDevice.load(reader).orElseThrow());
  }

  private static boolean refusedWith(Answer<?> answer, int status) {
    return answer instanceof Answer.Refused<?> refused && refused.problem().status() == status;
  }

  private static StreamConsumer consumer(Queue<StreamState> states) {
    return new StreamConsumer() {
      @Override
      public void onFrame(ServerFrame frame) {}

      @Override
      public void onState(StreamState state) {
        states.add(state);
      }

      @Override
      public Optional<String> resume() {
        return Optional.empty();
      }
    };
  }
}
