package fr.liaison.audit.files;

import static fr.liaison.audit.Patience.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.audit.Acts;
import fr.liaison.audit.AuditResource;
import fr.liaison.audit.LogProbe;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.note.VerifierKey;
import fr.liaison.audit.tlog.tile.EntryBundle;
import fr.liaison.test.GoVerifier;
import fr.liaison.test.GoVerifier.Verdict;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LogResourceTest {

  @Inject LogProbe log;

  @TestHTTPResource("/v1/log")
  URI address;

  @BeforeEach
  void fill() {
    log.append(Acts.many(300));
  }

  @Test
  void theCheckpointIsSignedByThePublishedKeyAndCatchesUp() {
    long size = log.size();

    eventually(() -> assertThat(checkpoint().head().size()).isGreaterThanOrEqualTo(size));

    given()
        .get("/v1/log/checkpoint")
        .then()
        .statusCode(200)
        .contentType("text/plain;charset=UTF-8")
        .header("Cache-Control", "public, max-age=1");
    assertThat(checkpoint().origin()).hasToString(AuditResource.ORIGIN);
  }

  @Test
  void aPartialTileIsTheBeginningOfTheFullOne() {
    byte[] full = bytes("/v1/log/tile/0/000");
    byte[] partial = bytes("/v1/log/tile/0/000.p/17");

    assertThat(full).hasSize(256 * Hash.BYTES);
    assertThat(partial).isEqualTo(Arrays.copyOf(full, 17 * Hash.BYTES));
  }

  @Test
  void theEntriesOfABundleHashToTheTile() {
    List<byte[]> entries = EntryBundle.decode(bytes("/v1/log/tile/entries/000"));
    byte[] tile = bytes("/v1/log/tile/0/000");

    assertThat(entries).hasSize(256);
    for (int i = 0; i < 256; i++) {
      assertThat(Hash.leaf(entries.get(i)).toBytes())
          .isEqualTo(Arrays.copyOfRange(tile, i * Hash.BYTES, (i + 1) * Hash.BYTES));
    }
    assertThat(EntryBundle.decode(bytes("/v1/log/tile/entries/000.p/3"))).hasSize(3);
  }

  @Test
  void tilesAndBundlesMayBeKeptForEver() {
    for (String path : List.of("tile/0/000", "tile/0/000.p/1", "tile/entries/000")) {
      given()
          .get("/v1/log/" + path)
          .then()
          .statusCode(200)
          .contentType("application/octet-stream")
          .header("Cache-Control", "public, max-age=31536000, immutable");
    }
  }

  @Test
  void bundlesTravelCompressedWhenTheClientCan() {
    String encoding =
        given()
            .header("Accept-Encoding", "gzip")
            .get("/v1/log/tile/entries/000")
            .header("Content-Encoding");

    assertThat(encoding).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/x999/999",
        "tile/5/000",
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/999999999999/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/entries/x999/000",
        "tile/entries/abc",
        "tile/-1/000",
        "nothing"
      })
  void whatIsNotInTheLogIsNotFound(String path) {
    given().get("/v1/log/" + path).then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void aVerifierThatIsNotOursAcceptsTheServedLog(@TempDir Path folder) {
    GoVerifier verifier = GoVerifier.compile(folder);
    String key = given().get("/v1/log/key").body().asString().strip();
    String saved = folder.resolve("saved").toString();

    Verdict first = verifier.check(key, address.toString(), "-save", saved);
    assertThat(first.genuine()).as(first.line()).isTrue();

    log.append(Acts.many(700));
    long size = log.size();
    eventually(() -> assertThat(checkpoint().head().size()).isGreaterThanOrEqualTo(size));

    Verdict second = verifier.check(key, address.toString(), "-saved", saved);
    assertThat(second.genuine()).as(second.line()).isTrue();
    assertThat(second.line()).contains(AuditResource.ORIGIN);
  }

  private static Checkpoint checkpoint() {
    Response response = given().get("/v1/log/checkpoint");
    assertThat(response.statusCode()).isEqualTo(200);
    SignedNote note = SignedNote.parse(response.body().asString());
    VerifierKey key = VerifierKey.parse(given().get("/v1/log/key").body().asString().strip());
    assertThat(note.isSignedBy(key)).isTrue();
    return Checkpoint.parse(note.text());
  }

  private static byte[] bytes(String path) {
    Response response = given().get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().asByteArray();
  }
}
