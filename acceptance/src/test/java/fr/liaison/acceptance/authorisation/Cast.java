package fr.liaison.acceptance.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.EnrolledDevice;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.platform.Platform;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** One caller of each kind, each just logged in; closing takes away what they were given. */
public final class Cast implements AutoCloseable {
  /** The care home; the administrator is named for it alone. */
  public static final String STRUCTURE = "F440900025";

  /** The hospital, of which the program is. */
  public static final String OTHER_STRUCTURE = "F440900017";

  private static final String CLIENT = "liaison-software-example";
  private static final String TOKEN = "/auth/realms/liaison/protocol/openid-connect/token";
  private static final String ADMINISTRATORS =
      "/api/directory/v1/structures/" + STRUCTURE + "/administrators";
  private static final String PEOPLE = "/api/directory/v1/structures/" + STRUCTURE + "/people";

  private final Platform platform;
  private final String origin;
  private final Map<CallerKind, Api> callers = new EnumMap<>(CallerKind.class);
  private final Map<CallerKind, InvitedPerson> invited = new EnumMap<>(CallerKind.class);
  private final List<EnrolledDevice> devices = new ArrayList<>();
  private final Api operator;
  private String program = "";
  private String named = "";

  public Cast(Platform platform) {
    this.platform = platform;
    this.origin = platform.url();
    this.operator = loggedIn(DemoPerson.OPERATOR);
    EnrolledDevice professional = EnrolledDevice.of(origin, DemoPerson.HADDAD);
    callers.put(CallerKind.NOBODY, Api.at(origin));
    callers.put(CallerKind.PROFESSIONAL, kept(professional));
    callers.put(CallerKind.WITHOUT_DEVICE, Api.at(origin).withToken(professional.token()));
    callers.put(CallerKind.STAFF, kept(EnrolledDevice.of(origin, DemoPerson.SECRETARY)));
    Api administrator = administrator();
    callers.put(CallerKind.STRUCTURE_ADMINISTRATOR, administrator);
    callers.put(CallerKind.PLATFORM_ADMINISTRATOR, operator);
    callers.put(CallerKind.AUDITOR, loggedIn(DemoPerson.OFFICER));
    callers.put(CallerKind.PROGRAM, program());
    callers.put(CallerKind.STRUCK_OFF, loggedIn(DemoPerson.VASSEUR));
    Chromium.program().ifPresent(_ -> invite(administrator));
    devices.forEach(Cast::awaitKnown);
    if (callers.containsKey(CallerKind.REMOVED)) {
      remove(administrator, CallerKind.REMOVED);
      awaitRevoked(caller(CallerKind.REMOVED));
    }
  }

  /** Without a browser nobody can be invited. */
  public boolean has(CallerKind kind) {
    return callers.containsKey(kind);
  }

  public Api caller(CallerKind kind) {
    return callers.getOrDefault(kind, Api.at(origin));
  }

  @Override
  public void close() {
    if (has(CallerKind.INVITED)) {
      remove(loggedIn(DemoPerson.ROUSSEAU), CallerKind.INVITED);
    }
    for (EnrolledDevice device : devices) {
      assertThat(device.api().delete("/api/directory/v1/devices/" + device.id()).status())
          .isEqualTo(204);
    }
    assertThat(operator.delete("/api/directory/v1/software/" + program).status()).isEqualTo(204);
    if (!named.isEmpty()) {
      assertThat(operator.delete(ADMINISTRATORS + "/" + named).status()).isEqualTo(204);
    }
  }

  private void invite(Api administrator) {
    try (Chromium chromium = Chromium.start()) {
      for (CallerKind kind : List.of(CallerKind.INVITED, CallerKind.REMOVED)) {
        InvitedPerson person =
            InvitedPerson.of(origin, chromium, administrator, STRUCTURE, kind.name());
        callers.put(kind, person.device().api());
        invited.put(kind, person);
        awaitKnown(person.device());
      }
    }
  }

  /** With all devices. */
  private void remove(Api administrator, CallerKind kind) {
    String person = Objects.requireNonNull(invited.get(kind)).id();
    assertThat(administrator.delete(PEOPLE + "/" + person).status()).isEqualTo(204);
  }

  private Api administrator() {
    EnrolledDevice device = EnrolledDevice.of(origin, DemoPerson.ROUSSEAU);
    String person = device.api().get("/api/directory/v1/me").json().at("/practitioner/id").asText();
    if (!operator.get(ADMINISTRATORS).body().contains(person)) {
      assertThat(operator.put(ADMINISTRATORS + "/" + person, "").status()).isEqualTo(204);
      named = person;
    }
    return kept(device);
  }

  private Api program() {
    Answer vouched =
        operator.post(
            "/api/directory/v1/software",
            "{\"clientId\":\"%s\",\"name\":\"Dossier patient\",\"structureId\":\"%s\"}"
                .formatted(CLIENT, OTHER_STRUCTURE));
    assertThat(vouched.status()).as(vouched.body()).isEqualTo(200);
    program = vouched.json().path("id").asText();
    String form =
        "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + secret();
    Answer[] token = new Answer[1];
    // A program that was withdrawn before gets its account back a moment later.
    await()
        .untilAsserted(
            () -> {
              token[0] = Api.at(origin).postForm(TOKEN, form);
              assertThat(token[0].status()).isEqualTo(200);
            });
    return kept(EnrolledDevice.of(origin, token[0].json().path("access_token").asText()));
  }

  private String secret() {
    Properties secrets = new Properties();
    try (Reader file =
        Files.newBufferedReader(platform.dataDirectory().resolveSibling("secrets.properties"))) {
      secrets.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return secrets.getProperty("keycloak.client.software");
  }

  private Api loggedIn(DemoPerson person) {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
  }

  private Api kept(EnrolledDevice device) {
    devices.add(device);
    return device.api();
  }

  private static void awaitKnown(EnrolledDevice device) {
    await()
        .untilAsserted(
            () -> {
              assertThat(device.api().get("/api/conversation/v1/conversations").status())
                  .isEqualTo(200);
              assertThat(device.api().get("/api/notification/v1/web-push").status()).isEqualTo(200);
              assertThat(
                      device.api().get("/api/attachment/v1/attachments/" + Line.NOWHERE).problem())
                  .isEqualTo("not-found");
            });
  }

  /** The services hear of it from the directory, a moment later. */
  private static void awaitRevoked(Api api) {
    await()
        .untilAsserted(
            () -> {
              for (String path :
                  List.of(
                      "conversation/v1/conversations",
                      "notification/v1/web-push",
                      "attachment/v1/attachments/" + Line.NOWHERE,
                      "audit/v1/device-bindings/" + Line.NOWHERE)) {
                assertThat(api.get("/api/" + path).status()).as(path).isEqualTo(403);
              }
            });
  }
}
