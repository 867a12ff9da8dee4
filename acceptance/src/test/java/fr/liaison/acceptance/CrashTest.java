package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.client.Chatter;
import fr.liaison.acceptance.client.ScriptedClient;
import fr.liaison.acceptance.client.ShownMessage;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.platform.Platform;
import fr.liaison.test.GoVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two people chat without pause while one part after the other is killed with -9. Whatever one of
 * them was told is sent arrives once and in order, and the log has no gap.
 */
@Scenario
@Order(5)
class CrashTest {
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private final Platform platform;
  private final String origin;
  private ScriptedClient benali;
  private ScriptedClient rousseau;
  private String conversation;
  private Chatter one;
  private Chatter other;

  CrashTest(Platform platform) {
    this.platform = platform;
    this.origin = platform.url();
  }

  @BeforeAll
  void startToChat() throws IOException {
    rousseau = ScriptedClient.start(origin, DemoPerson.ROUSSEAU);
    benali = ScriptedClient.start(origin, DemoPerson.BENALI);
    conversation = benali.direct(benali.find("rousseau thomas"));
    benali.write(conversation, "Bonjour");
    await().atMost(RECOVERY).until(() -> !rousseau.shown().isEmpty());
    one = new Chatter(benali, conversation, "benali");
    other = new Chatter(rousseau, conversation, "rousseau");
  }

  @AfterAll
  void close() {
    Stream.of(one, other).filter(Objects::nonNull).forEach(Chatter::close);
    Stream.of(benali, rousseau).filter(Objects::nonNull).forEach(ScriptedClient::close);
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(
      strings = {
        "directory",
        "conversation",
        "attachment",
        "notification",
        "audit",
        "gateway",
        "kafka",
        "postgresql"
      })
  void aKillInTheMiddleOfTheTalkIsSurvived(String part) {
    int before = one.acknowledged();
    await().atMost(RECOVERY).until(() -> one.acknowledged() >= before + 5);

    platform.kill(part);
    one.awaitMoreWritten();
    other.awaitMoreWritten();
    platform.restart(part);

    int after = one.written();
    int afterOther = other.written();
    await().atMost(RECOVERY).until(() -> one.acknowledged() >= after + 5);
    await().atMost(RECOVERY).until(() -> other.acknowledged() >= afterOther + 5);
  }

  @Test
  @Order(2)
  void everyAcknowledgedMessageArrivedOnceAndInOrder() {
    one.close();
    other.close();
    await().atMost(RECOVERY).until(() -> one.acknowledged() == one.written());
    await().atMost(RECOVERY).until(() -> other.acknowledged() == other.written());
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> assertThat(talk(rousseau)).isEqualTo(talk(benali)));

    assertThat(one.received(rousseau)).isEqualTo(one.texts());
    assertThat(other.received(benali)).isEqualTo(other.texts());
    assertThat(rousseau.shown()).hasSize(1 + one.written() + other.written());
  }

  @Test
  @Order(3)
  void theConversationHasNoGapAndNothingTwice() {
    List<JsonNode> entries = log();

    assertThat(entries.stream().map(entry -> entry.path("sequence").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    assertThat(entries.stream().filter(entry -> "message".equals(entry.path("kind").asText())))
        .hasSize(1 + one.written() + other.written());
  }

  @Test
  @Order(4)
  void theAuditLogTellsOfEachMessageOnce() {
    Api officer = loggedIn(DemoPerson.OFFICER);
    List<Long> sent =
        log().stream()
            .filter(entry -> "message".equals(entry.path("kind").asText()))
            .map(entry -> entry.path("sequence").asLong())
            .toList();

    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () -> assertThat(audited(officer)).containsExactlyInAnyOrderElementsOf(sent));
  }

  @Test
  @Order(5)
  void theWholeAuditLogStillConvincesTheIndependentVerifier(@TempDir Path folder) {
    GoVerifier verifier = GoVerifier.compile(folder);
    String key = Api.at(origin).get("/api/audit/v1/log/key").body().strip();

    GoVerifier.Verdict verdict = verifier.check(key, origin + "/api/audit/v1/log");

    assertThat(verdict.genuine()).as(verdict.line()).isTrue();
  }

  private List<ShownMessage> talk(ScriptedClient client) {
    return client.shown().stream()
        .map(
            message -> new ShownMessage(message.id(), message.sequence(), message.text(), true, ""))
        .toList();
  }

  private List<JsonNode> log() {
    Api api = loggedIn(DemoPerson.ROUSSEAU);
    String device = activeDevice(api);
    List<JsonNode> entries = new ArrayList<>();
    for (boolean caughtUp = false; !caughtUp; ) {
      long after = entries.isEmpty() ? 0 : entries.getLast().path("sequence").asLong();
      Answer page =
          api.onDevice(device)
              .get(
                  "/api/conversation/v1/conversations/"
                      + conversation
                      + "/log?limit=500&after="
                      + after);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().path("entries").forEach(entries::add);
      caughtUp = page.json().path("caughtUp").asBoolean();
    }
    return entries;
  }

  /** Keycloak finds its database again after the others, and is asked by nobody meanwhile. */
  private Api loggedIn(DemoPerson person) {
    return Api.at(origin)
        .withToken(
            await()
                .atMost(RECOVERY)
                .ignoreException(HeadlessLogin.Refused.class)
                .until(() -> HeadlessLogin.accessToken(origin, person), token -> !token.isEmpty()));
  }

  /** Other scenarios leave revoked ones behind. */
  private static String activeDevice(Api api) {
    for (JsonNode device : api.get("/api/directory/v1/devices").json().path("items")) {
      if ("active".equals(device.path("status").asText())) {
        return device.path("id").asText();
      }
    }
    throw new AssertionError("no active device");
  }

  /** The sequence numbers of this conversation for which there is an act, as often as there is. */
  private List<Long> audited(Api officer) {
    List<Long> sequences = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          officer.get("/api/audit/v1/entries?action=message.send&limit=500" + cursor).json();
      for (JsonNode entry : page.path("items")) {
        if (conversation.equals(entry.path("conversationId").asText())) {
          sequences.add(Long.valueOf(entry.at("/details/sequence").asText()));
        }
      }
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return sequences;
  }
}
