package fr.liaison.test;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.platform.process.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * npm web-push-testing as a child process: a push service not written by us that decrypts what it
 * gets.
 */
public final class PushServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PushServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  private static Path folder() {
    return Path.of(System.getProperty("liaison.root"), "test-support", "push-server");
  }

  /** A subscription at the server, with the keys the service encrypts to. */
  public record Subscription(String hash, String endpoint, String p256dh, String auth) {}

  public static PushServer start() throws IOException {
    int port = Ports.findFree();
    Process process =
        new ProcessBuilder(
                "node", "node_modules/web-push-testing/src/bin/server.js", Integer.toString(port))
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File("target/push-server.log"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    PushServer server = new PushServer(process, port);
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> server.post("/status", "{}").statusCode() == 200);
    return server;
  }

  public Subscription subscribe(String applicationServerKey) throws IOException {
    JsonNode data =
        JSON.readTree(
                post(
                        "/subscribe",
                        """
                        {"userVisibleOnly":"true","applicationServerKey":"%s"}
                        """
                            .formatted(applicationServerKey))
                    .body())
            .get("data");
    return new Subscription(
        data.get("clientHash").asText(),
        data.get("endpoint").asText(),
        base64Url(data.get("keys").get("p256dh").asText()),
        base64Url(data.get("keys").get("auth").asText()));
  }

  /** The decrypted payloads, oldest first. */
  public List<String> received(Subscription subscription) {
    try {
      HttpResponse<String> answer =
          post("/get-notifications", "{\"clientHash\":\"%s\"}".formatted(subscription.hash()));
      List<String> payloads = new ArrayList<>();
      JSON.readTree(answer.body())
          .path("data")
          .path("messages")
          .forEach(m -> payloads.add(m.asText()));
      return payloads;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public void expire(Subscription subscription) {
    post("/expire-subscription/" + subscription.hash(), "{}");
  }

  @Override
  public void close() {
    process.destroy();
  }

  private HttpResponse<String> post(String path, String json) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64Url(String text) {
    return text.replace('+', '-').replace('/', '_').replace("=", "");
  }
}
