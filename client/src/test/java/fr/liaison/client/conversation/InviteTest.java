package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.audit.KnownKeys;
import fr.liaison.client.audit.TestLog;
import fr.liaison.client.card.Cards;
import fr.liaison.client.card.TestCards;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.group.TestMember;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InviteTest {
  private static final String NATIONAL_ID = "810000000002";
  private static final String OWN_NATIONAL_ID = "810000000001";

  private final List<Duration> waits = new ArrayList<>();
  private final TestLog log = new TestLog();
  @TempDir private Path folder;
  private TestAuthority authority;
  private TestCards cards;
  private TestMember self;
  private TestMember other;

  @BeforeEach
  void enrol() throws Exception {
    authority = new TestAuthority();
    cards = new TestCards(authority, Duration.ofDays(1_000));
    self = new TestMember(authority.enrol("A", OWN_NATIONAL_ID, Duration.ofDays(90)));
    other = new TestMember(authority.enrol("B", NATIONAL_ID, Duration.ofDays(90)));
    log.bind(
        other.enrolled.id().toString(),
        other.enrolled.practitioner().toString(),
        NATIONAL_ID,
        Wire.json(other.device.keyPackage().keyPackage().leafNode().signatureKey()));
  }

  @Test
  void aDeviceThatHasNotUploadedItsKeyPackagesYetIsWaitedFor() throws IOException {
    Invited invited = invited(claimed("exhausted"), claimed("exhausted"), claimed("ok"));

    assertThat(invited.unreachable()).isEmpty();
    assertThat(invited.guests())
        .extracting(Invited.Guest::device)
        .containsExactly(other.enrolled.id());
    assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void somebodyWhoseDeviceStaysEmptyIsUnreachable() throws IOException {
    Invited invited = invited(claimed("exhausted"));

    assertThat(invited.unreachable()).containsExactly(other.enrolled.practitioner());
    assertThat(waits).hasSize(4);
  }

  @Test
  void somebodyWithoutADeviceIsNotWaitedFor() throws IOException {
    Invited invited = invited("{\"devices\":[]}");

    assertThat(invited.unreachable()).containsExactly(other.enrolled.practitioner());
    assertThat(waits).isEmpty();
  }

  @Test
  void somebodyWhoseKeyIsNotInThePublicLogIsNotLetIn() throws IOException {
    log.entries.clear();

    Invited invited = invited(claimed("ok"));

    assertThat(invited.guests()).isEmpty();
    assertThat(invited.unreachable()).isEmpty();
    assertThat(invited.unproven()).containsExactly(other.enrolled.practitioner());
  }

  @Test
  void anOwnDeviceThatIsNotInThePublicLogStaysBehindAndKeepsNobodyOut() throws Exception {
    TestMember tablet =
        new TestMember(
            authority.enrol(
                "A", OWN_NATIONAL_ID, self.enrolled.practitioner(), Duration.ofDays(90)));
    String both = claimed("ok").replace("]}", "," + device(tablet) + "]}");

    Invited invited = invited(both);

    assertThat(invited.unproven()).isEmpty();
    assertThat(invited.guests())
        .extracting(Invited.Guest::device)
        .containsExactly(other.enrolled.id());
  }

  private static String device(TestMember member) {
    return "{\"deviceId\":\"%s\",\"practitionerId\":\"%s\",\"status\":\"ok\",\"keyPackage\":\"%s\"}"
        .formatted(
            member.enrolled.id(),
            member.enrolled.practitioner(),
            base64(Wire.json(member.device.keyPackage().message())));
  }

  /** The answers to the claims, the last of them to all later ones. */
  private Invited invited(String... answers) throws IOException {
    Iterator<String> left = Arrays.asList(answers).iterator();
    String[] last = new String[1];
    try (TestGateway gateway =
            TestGateway.answering(
                exchange -> {
                  String path = exchange.getRequestURI().getPath();
                  if (path.endsWith("/log/key")) {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(log.key().getBytes(StandardCharsets.UTF_8));
                    return;
                  }
                  if (path.contains("/device-bindings/")) {
                    String device = path.substring(path.lastIndexOf('/') + 1);
                    String query = exchange.getRequestURI().getQuery();
                    long since = Long.parseLong(query.replace("since=", ""));
                    String page = ContractJson.mapper().writeValueAsString(log.of(device, since));
                    TestGateway.json(exchange, 200, page);
                    return;
                  }
                  if (path.contains("/practitioners/")) {
                    TestGateway.json(exchange, 200, ownCard());
                    return;
                  }
                  last[0] = left.hasNext() ? left.next() : last[0];
                  TestGateway.json(exchange, 200, last[0]);
                });
        Store store = ((StoreOpening.Opened) new StateFolder(folder).open()).store()) {
      Http http =
          new Http(
              HttpSettings.of(gateway.origin()), refused -> new Answer.Done<>("t0"), waits::add);
      Invite invite =
          new Invite(
              self.device,
              new CheckRecipients(
                  new Cards(
                      new DirectoryApi(http),
                      store,
                      self.enrolled.rootCertificate(),
                      InstantSource.fixed(TestAuthority.NOW))),
              new KeyPackageApi(http),
              new KnownKeys(store, new AuditApi(http), wait -> {}),
              waits::add);
      Map<PractitionerId, String> people = Map.of(other.enrolled.practitioner(), NATIONAL_ID);
      return ((Answer.Done<Invited>) invite.invite(people)).value();
    }
  }

  private String ownCard() throws IOException {
    PractitionerId own = self.enrolled.practitioner();
    return ContractJson.mapper()
        .writeValueAsString(cards.answer(TestCards.person(own, OWN_NATIONAL_ID)));
  }

  private String claimed(String status) {
    String keyPackage =
        status.equals("ok")
            ? ",\"keyPackage\":\"" + base64(Wire.json(other.device.keyPackage().message())) + "\""
            : "";
    return "{\"devices\":[{\"deviceId\":\"%s\",\"practitionerId\":\"%s\",\"status\":\"%s\"%s}]}"
        .formatted(other.enrolled.id(), other.enrolled.practitioner(), status, keyPackage);
  }

  private static String base64(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }
}
