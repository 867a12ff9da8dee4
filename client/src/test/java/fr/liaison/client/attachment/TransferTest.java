package fr.liaison.client.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.content.AttachmentReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small tus server that loses answers; the real one is in the acceptance ring. */
class TransferTest {
  private static final int SIZE = 3_000_000;
  private final AttachmentId id = new AttachmentId(UUID.randomUUID());
  private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
  private final AtomicInteger early = new AtomicInteger();
  private final AtomicInteger patches = new AtomicInteger();
  private final byte[] plaintext = new byte[SIZE];
  private TestGateway gateway;
  private AttachmentApi api;
  private SealedFile sealed;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    new Random(7).nextBytes(plaintext);
    Path source = Files.write(folder.resolve("source"), plaintext);
    sealed = SealFile.seal(source, folder.resolve("spool"));
    gateway = TestGateway.answering(this::serve);
    api =
        new AttachmentApi(
            new Http(
                HttpSettings.of(gateway.origin()), refused -> new Answer.Done<>("t"), time -> {}));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aFileComesBackAsItWentAlthoughAnAnswerIsLost() throws IOException {
    Answer<AttachmentId> uploaded =
        new Upload(api, TransferProgress.silent())
            .begin(new ConversationId(UUID.randomUUID()), sealed, created -> {});

    assertThat(uploaded).isEqualTo(new Answer.Done<>(id));
    assertThat(stored.toByteArray()).isEqualTo(Files.readAllBytes(sealed.ciphertext()));
    Path target = folder.resolve("target");
    assertThat(download(target)).isEqualTo(new DownloadOutcome.Complete(target));
    assertThat(target).hasBinaryContent(plaintext);
  }

  @Test
  void anUploadGoesOnWhereTheServerStands() throws IOException {
    stored.write(Files.readAllBytes(sealed.ciphertext()), 0, 1_234_567);

    assertThat(new Upload(api, TransferProgress.silent()).resume(id, sealed))
        .isEqualTo(new Answer.Done<>(id));
    assertThat(stored.toByteArray()).isEqualTo(Files.readAllBytes(sealed.ciphertext()));
  }

  @Test
  void aDownloadGoesOnFromItsPart() throws IOException {
    stored.write(Files.readAllBytes(sealed.ciphertext()));
    Path target = folder.resolve("target");
    Files.write(folder.resolve("target.part"), Arrays.copyOf(plaintext, 100_000));

    assertThat(download(target)).isInstanceOf(DownloadOutcome.Complete.class);
    assertThat(target).hasBinaryContent(plaintext);
  }

  @Test
  void aServerThatHasNotHeardOfTheMessageYetIsAskedAgain() throws IOException {
    stored.write(Files.readAllBytes(sealed.ciphertext()));
    early.set(3);

    assertThat(download(folder.resolve("target"))).isInstanceOf(DownloadOutcome.Complete.class);
    early.set(100);
    assertThat(download(folder.resolve("other"))).isInstanceOf(DownloadOutcome.Refused.class);
    assertThat(early).hasValue(94);
  }

  @Test
  void aChangedOrCutOffBlobLeavesNoFile() throws IOException {
    byte[] forged = Files.readAllBytes(sealed.ciphertext());
    forged[2_000_000] ^= 1;
    stored.write(forged);
    Path target = folder.resolve("target");

    assertThat(download(target)).isEqualTo(new DownloadOutcome.Forged());
    stored.reset();
    stored.write(Files.readAllBytes(sealed.ciphertext()), 0, 2_500_000);
    assertThat(download(target)).isEqualTo(new DownloadOutcome.Forged());
    assertThat(target).doesNotExist();
    assertThat(folder.resolve("target.part")).doesNotExist();
  }

  private DownloadOutcome download(Path target) throws IOException {
    AttachmentReference reference =
        new AttachmentReference(id, sealed.key(), SIZE, "image/png", sealed.sha256(), 1, 1, null);
    return new Download(api, TransferProgress.silent(), time -> {}).fetch(reference, target);
  }

  private void serve(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" ->
          TestGateway.json(
              exchange, 201, "", Map.of("Location", "/api/attachment/v1/uploads/" + id));
      case "HEAD" -> {
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(stored.size()));
        exchange.sendResponseHeaders(200, -1);
      }
      case "PATCH" -> append(exchange);
      default -> range(exchange);
    }
  }

  /** The second part arrives, but its answer is lost. */
  private void append(HttpExchange exchange) throws IOException {
    stored.write(exchange.getRequestBody().readAllBytes());
    if (patches.incrementAndGet() != 2) {
      TestGateway.json(exchange, 204, "", Map.of("Upload-Offset", Integer.toString(stored.size())));
    }
  }

  private void range(HttpExchange exchange) throws IOException {
    if (early.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      TestGateway.json(exchange, 404, "{\"code\":\"not-found\"}");
      return;
    }
    String[] bounds =
        exchange.getRequestHeaders().getFirst("Range").substring("bytes=".length()).split("-");
    int from = Integer.parseInt(bounds[0]);
    int to = Math.min(Integer.parseInt(bounds[1]) + 1, stored.size());
    byte[] part = Arrays.copyOfRange(stored.toByteArray(), from, to);
    exchange.sendResponseHeaders(206, part.length);
    exchange.getResponseBody().write(part);
  }
}
