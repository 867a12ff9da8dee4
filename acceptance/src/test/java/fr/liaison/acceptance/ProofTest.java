package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.test.GoVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live log convinces a verifier whose tree and note code is not ours, and keeps doing so. */
@Scenario
@Order(4)
class ProofTest {
  private final String origin;
  private GoVerifier verifier;
  private String key;
  private String log;
  @TempDir private Path folder;

  ProofTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void compileTheVerifier(@TempDir Path place) {
    verifier = GoVerifier.compile(place);
    key = Api.at(origin).get("/api/audit/v1/log/key").body().strip();
    log = origin + "/api/audit/v1/log";
  }

  @Test
  @Order(1)
  void theLogIsGenuineAndStaysConsistentWhileItGrows() throws IOException {
    Path saved = folder.resolve("checkpoint");
    assertThat(verifier.check(key, log, "-save", saved.toString()).genuine()).isTrue();
    String before = Files.readString(saved);

    Api officer = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OFFICER));
    for (int i = 0; i < 5; i++) {
      assertThat(officer.get("/api/audit/v1/entries?limit=1").status()).isEqualTo(200);
    }
    await().until(() -> !Api.at(origin).get("/api/audit/v1/log/checkpoint").body().equals(before));

    assertThat(verifier.check(key, log, "-saved", saved.toString()).genuine()).isTrue();
  }

  @Test
  @Order(2)
  void aCheckpointOfAnotherHistoryIsFoundOut() throws IOException {
    Path forged = folder.resolve("forged");
    Path saved = folder.resolve("genuine");
    verifier.check(key, log, "-save", saved.toString());
    String[] lines = Files.readString(saved).split("\n", -1);
    lines[2] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    Files.writeString(forged, String.join("\n", lines));

    assertThat(verifier.check(key, log, "-saved", forged.toString()).genuine()).isFalse();
  }

  @Test
  @Order(3)
  void theProofOfOneEntryStandsOnItsOwn() throws IOException {
    Api officer = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OFFICER));
    JsonNode entry = officer.get("/api/audit/v1/entries?limit=5").json().path("items").get(4);
    Path proof = folder.resolve("entry.tlog-proof");
    Files.writeString(proof, proofOnceThereIsACheckpoint(officer, entry.path("id").asText()));

    GoVerifier.Verdict verdict = verifier.checkProof(key, proof);
    assertThat(verdict.genuine()).as(verdict.line()).isTrue();

    String text = Files.readString(proof);
    Files.writeString(proof, text.replaceFirst("index \\d+", "index 0"));
    assertThat(verifier.checkProof(key, proof).genuine()).isFalse();
  }

  /** An entry is in the log before the next checkpoint covers it; until then there is a 503. */
  private static String proofOnceThereIsACheckpoint(Api officer, String entry) {
    String path = "/api/audit/v1/entries/" + entry + "/proof";
    Answer answer = await().until(() -> officer.get(path), given -> given.status() != 503);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
