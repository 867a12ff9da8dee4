package fr.liaison.attachment.blob;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Ledger;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One reader who never finishes holds the only call to the store. */
@QuarkusTest
@TestProfile(BusyStoreTest.OneCall.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
@Timeout(120)
class BusyStoreTest {
  private static final byte[] BYTES = new byte[3000];

  /** As the other tests, with one call at a time and little patience. */
  public static class OneCall extends AttachmentService {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("liaison.s3.calls", "1");
      overrides.put("liaison.s3.patience", "200ms");
      return overrides;
    }
  }

  @Inject Scene scene;
  @Inject Ledger ledger;
  @Inject BlobStore store;
  private TusClient client;
  private UUID conversation;
  private UUID stored;

  @BeforeEach
  void somethingIsStored() {
    Person alice = scene.somebody();
    client = new TusClient(alice);
    conversation = scene.conversationOf(alice, scene.somebody());
    stored = client.upload(conversation, BYTES);
  }

  @Test
  void whoGetsNoCallInTimeIsToldToComeBack() throws IOException {
    UUID upload = client.create(conversation, BYTES.length);

    try (InputStream _ = slowReader()) {
      HttpResponse<byte[]> refused = client.download(stored);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(new String(refused.body())).contains("\"dependency\":\"object-store\"");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(client.append(upload, 0, BYTES).statusCode()).isEqualTo(503);
    }

    assertThat(client.download(stored).body()).isEqualTo(BYTES);
    assertThat(client.append(upload, 0, BYTES).statusCode()).isEqualTo(204);
  }

  @Test
  void slowReadersDoNotMakeTheServiceUnready() throws IOException {
    try (InputStream _ = slowReader()) {
      HttpRequest.Builder ready = HttpRequest.newBuilder(TusClient.uri("/q/health/ready"));
      assertThat(client.send(ready).statusCode()).isEqualTo(200);
    }
  }

  private InputStream slowReader() {
    String key = ledger.objectsOf(stored).iterator().next();
    return store.open(new ObjectKey(key), 0, BYTES.length);
  }
}
