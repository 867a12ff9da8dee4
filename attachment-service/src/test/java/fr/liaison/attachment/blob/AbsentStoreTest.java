package fr.liaison.attachment.blob;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Ledger;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TestServer;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class AbsentStoreTest {
  @Inject Scene scene;
  @Inject Ledger ledger;

  @Test
  void anAbsentStoreMeansUnavailableAndNothingHalfDone() {
    Person alice = scene.somebody();
    TusClient client = new TusClient(alice);
    UUID conversation = scene.conversationOf(alice, scene.somebody());
    byte[] bytes = new byte[3000];
    UUID before = client.upload(conversation, bytes);
    UUID upload = client.create(conversation, bytes.length);

    TestServer.objectStore().stop();
    try {
      HttpResponse<String> append = client.append(upload, 0, bytes);
      assertThat(append.statusCode()).isEqualTo(503);
      assertThat(append.body()).contains("\"dependency\":\"object-store\"");
      assertThat(append.headers().firstValue("Retry-After")).isPresent();
      assertThat(client.offset(upload)).isZero();
      assertThat(client.download(before).statusCode()).isEqualTo(503);
      assertThat(readiness(client).statusCode()).isEqualTo(503);
      assertThat(readiness(client).body()).contains("object-store").contains("DOWN");
    } finally {
      TestServer.objectStore().start();
    }

    assertThat(client.append(upload, 0, bytes).statusCode()).isEqualTo(204);
    assertThat(client.download(upload).body()).isEqualTo(bytes);
    assertThat(client.download(before).body()).isEqualTo(bytes);
    assertThat(readiness(client).statusCode()).isEqualTo(200);
    assertThat(ledger.state(upload)).isEqualTo("complete");
  }

  private static HttpResponse<String> readiness(TusClient client) {
    return client.send(HttpRequest.newBuilder(TusClient.uri("/q/health/ready")));
  }
}
