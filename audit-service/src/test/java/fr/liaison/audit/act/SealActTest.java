package fr.liaison.audit.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.audit.Acts;
import fr.liaison.audit.TestConfig;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealActTest {

  private static final ActRecorded ACT =
      new ActRecorded(
          UUID.fromString("01938d2e-0000-7000-8000-000000000001"),
          Instant.parse("2026-11-21T22:43:54.123456Z"),
          "conversation-service",
          "message.send",
          Outcome.success,
          new Actor("account-1", "899700000001", null, null),
          new Subject("message", "7"),
          UUID.fromString("01938d2e-0000-7000-8000-000000000002"),
          Map.of("recipients", "3"));

  private final SealAct sealAct = new SealAct(new Pseudonyms(new TestConfig(Path.of("unused"))));

  @Test
  void aLeafIsOneLineOfSortedJsonAndSaysOnlyWhatIsPublic() {
    SealedAct first = sealAct.seal(ACT);

    assertThat(text(first))
        .matches(
            "\\{\"action\":\"message.send\",\"actor\":\"[\\w-]{22}\",\"commitment\":\"[\\w-]{43}\","
                + "\"conversation\":\"[\\w-]{22}\",\"id\":\"01938d2e-0000-7000-8000-000000000001\","
                + "\"object\":\"[\\w-]{22}\",\"outcome\":\"success\","
                + "\"service\":\"conversation-service\",\"time\":\"2026-11-21T22:00:00Z\",\"v\":1}");
    assertThat(text(first)).doesNotContain("account-1", "899700000001", "recipients", ":43:54");
  }

  @Test
  void theCommitmentOpensWithSaltAndPayload() throws JsonProcessingException {
    SealedAct entry = sealAct.seal(ACT);

    assertThat(json(entry).get("commitment").asText())
        .isEqualTo(SealAct.commitment(entry.salt().toArray(), entry.payload()));
    assertThat(ContractJson.mapper().readValue(entry.payload(), ActRecorded.class)).isEqualTo(ACT);
  }

  @Test
  void theSameActSealedTwiceHasTwoUnrelatedCommitments() throws JsonProcessingException {
    assertThat(json(sealAct.seal(ACT)).get("commitment"))
        .isNotEqualTo(json(sealAct.seal(ACT)).get("commitment"));
  }

  @Test
  void aPseudonymLinksActsOfOneMonthAndNoLonger() throws JsonProcessingException {
    JsonNode actor = actorOf("account-1", ACT.time());

    assertThat(actorOf("account-1", ACT.time().plus(Duration.ofDays(1)))).isEqualTo(actor);
    assertThat(actorOf("account-2", ACT.time())).isNotEqualTo(actor);
    assertThat(actorOf("account-1", ACT.time().plus(Duration.ofDays(30)))).isNotEqualTo(actor);
  }

  @Test
  void anActOfNobodyOnNothingHasNoPseudonyms() throws JsonProcessingException {
    ActRecorded act =
        new ActRecorded(
            UUID.randomUUID(),
            ACT.time(),
            "audit-service",
            "audit.purge",
            Outcome.success,
            Actor.NOBODY,
            null,
            null,
            Map.of());

    JsonNode leaf = json(sealAct.seal(act));

    assertThat(leaf.has("actor") || leaf.has("object") || leaf.has("conversation")).isFalse();
  }

  @Test
  void aSealedActDoesNotPrintItself() {
    assertThat(sealAct.seal(ACT).toString()).doesNotContain("account-1", "salt");
  }

  private JsonNode actorOf(String account, Instant time) throws JsonProcessingException {
    return json(sealAct.seal(Acts.at(account, time, "message.send", Outcome.success))).get("actor");
  }

  private static String text(SealedAct entry) {
    return new String(entry.leaf().toArray(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(SealedAct entry) throws JsonProcessingException {
    return ContractJson.mapper().readTree(text(entry));
  }
}
