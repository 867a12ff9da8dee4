package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ObjectStoreResourceTest {

  @Test
  void anUnsignedRequestIsRefused() throws IOException, InterruptedException {
    String endpoint = new ObjectStoreResource().start().get("LIAISON_S3_ENDPOINT");
    HttpRequest unsigned = HttpRequest.newBuilder(URI.create(endpoint + "/attachments")).build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(unsigned, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }
  }
}
