package fr.liaison.attachment.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs in a JVM whose heap is smaller than the attachment (see the module's pom). */
@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class ConstantMemoryTest {
  private static final long SIZE = 400L << 20;

  @Inject Scene scene;
  @Inject MeterRegistry metrics;

  @Test
  void anAttachmentLargerThanTheHeapPassesThroughBothWays() throws Exception {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(SIZE);
    Person alice = scene.somebody();
    TusClient client = new TusClient(alice);
    UUID upload = client.create(scene.conversationOf(alice), SIZE);
    double receivedBefore = metrics.counter("liaison.attachment.received.bytes").count();

    HttpResponse<String> appended =
        client.append(upload, 0, BodyPublishers.ofInputStream(() -> new Ramp(SIZE)));

    assertThat(appended.statusCode()).as(appended.body()).isEqualTo(204);
    assertThat(metrics.counter("liaison.attachment.received.bytes").count() - receivedBefore)
        .isEqualTo((double) SIZE);
    HttpResponse<InputStream> download =
        client.send(client.to("/v1/attachments/" + upload), BodyHandlers.ofInputStream());
    try (InputStream body = download.body()) {
      assertThat(digest(body)).isEqualTo(digest(new Ramp(SIZE)));
    }
  }

  private static byte[] digest(InputStream bytes) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] block = new byte[64 * 1024];
    for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
      digest.update(block, 0, read);
    }
    return digest.digest();
  }

  /** Bytes made as they are read. */
  private static final class Ramp extends InputStream {
    private final long size;
    private long position;

    Ramp(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return position == size ? -1 : next();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = (int) Math.min(length, size - position);
      for (int i = 0; i < count; i++) {
        target[offset + i] = (byte) next();
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    private int next() {
      long at = position++;
      return (int) (at ^ (at >>> 20)) & 0xFF;
    }
  }
}
