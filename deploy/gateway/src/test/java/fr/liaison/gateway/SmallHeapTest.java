package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.assertProblem;
import static fr.liaison.gateway.Answers.echo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway as it is shipped, a process of its own with a heap far smaller than what passes
 * through it.
 */
class SmallHeapTest {
  private static final int UPLOAD = 100 << 20;

  @TempDir static Path folder;
  private static Upstreams upstreams;
  private static Process process;
  private static Front front;

  @BeforeAll
  static void start() throws Exception {
    upstreams = new Upstreams();
    int port = FreePort.next();
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=32m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("gateway.log").toFile());
    builder.environment().put("GATEWAY_PORT", Integer.toString(port));
    builder.environment().put("GATEWAY_WEB_ROOT", SampleSite.in(folder).toString());
    builder.environment().put("GATEWAY_ATTACHMENT_URL", upstreams.url("attachment").toString());
    builder.environment().put("GATEWAY_DIRECTORY_URL", upstreams.url("directory").toString());
    process = builder.start();
    URI origin = URI.create("http://localhost:" + port);
    front = new Front(origin, upstreams, new Tokens(origin.toString()));
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(java.net.ConnectException.class)
        .until(() -> front.get("/health").statusCode() == 200);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
    upstreams.close();
  }

  @Test
  void aHundredMegabytesPassThroughThirtyTwo() throws Exception {
    HttpResponse<String> answer =
        front.send(
            front
                .request("/api/attachment/v1/uploads/0190-7a")
                .method(
                    "PATCH",
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new Zeros(UPLOAD)), UPLOAD)));

    assertThat(echo(answer).getLong("received")).isEqualTo(UPLOAD);
  }

  @Test
  void aLargeAnswerToAnUpgradePassesThroughAsADownload() throws Exception {
    try (Wire wire = new Wire(front.origin())) {
      wire.send(Wire.upgrade("/api/attachment/v1/big", front.bearer()));

      assertThat(wire.readHead()).startsWith("HTTP/1.1 200");
      assertThat(wire.countChunks()).isEqualTo(800L * 64 * 1024);
    }
  }

  @Test
  void anUpstreamThatIsDownIsNamed() throws Exception {
    upstreams.stop("directory");

    HttpResponse<String> answer = front.get("/api/directory/v1/me");

    assertProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("\"service\":\"directory\"");
  }

  @Test
  void theAccessLogHoldsNeitherQueryNorTokenNorIdentifier() throws Exception {
    String id = "0190a7c2-1111-7222-8333-444455556666";
    front.get("/api/attachment/v1/attachments/" + id + "?q=Martin");
    front.get("/api/attachment/v1/things/899700219001/Martin");

    Path log = folder.resolve("gateway.log");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(Files.readString(log))
                    .contains("route=/api/attachment/v1/attachments/* status=200"));
    assertThat(Files.readString(log)).doesNotContain(id, "Martin", "Bearer", "899700219001", "eyJ");
  }

  @Test
  void aSettingThatCannotBeReadIsNamed() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("GATEWAY_AUDIT_URL", "nowhere");
    Process wrong = builder.start();

    assertThat(new String(wrong.getInputStream().readAllBytes())).contains("GATEWAY_AUDIT_URL");
    assertThat(wrong.waitFor()).isEqualTo(2);
  }

  /** So many zero bytes, none of them kept. */
  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int length) {
      left = length;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = Math.min(left, length);
      left -= n;
      return n == 0 ? -1 : n;
    }
  }
}
