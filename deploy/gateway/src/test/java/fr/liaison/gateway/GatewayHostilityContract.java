package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every gateway refuses from clients, and hides of services, that misbehave. */
interface GatewayHostilityContract extends GatewayLimits {
  Front front();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/directory/../audit/v1/entries",
        "/api/directory/v1/../../audit/v1/entries",
        "/api/directory/./q/metrics",
        "/api//directory/v1/me",
        "//api/directory/v1/me",
        "/api/directory//q/metrics",
        "/api/directory/v1/%2e%2e/q/metrics",
        "/api/directory/v1/..%2f..%2fq",
        "/api/directory/;x/q/metrics",
        "/api/directory/q;x/metrics",
        "/api/directory\\q\\metrics",
        "/assets/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/assets/%00.js"
      })
  default void aPathThatMeansSomethingElseThanItSaysIsRefused(String path) throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  "GET "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                      + front().bearer()
                      + "\r\nConnection: close\r\n\r\n")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("\"service\"", "secret");
    }
  }

  @Test
  default void aDeclaredBodyOverTheLimitIsRefusedBeforeItIsSent() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("POST", "/api/conversation/v1/conversations")
                      + "Content-Length: "
                      + (JSON_LIMIT + 1)
                      + "\r\n\r\n")
              .readAll();

      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json", "\"too-large\"");
    }
  }

  @Test
  default void aChunkedBodyOverTheLimitIsRefusedAndNeverWhole() throws Exception {
    long before = front().upstreams().wholeBodies("conversation");
    try (Wire wire = new Wire(front().origin())) {
      wire.send(
          head("POST", "/api/conversation/v1/conversations")
              + "Transfer-Encoding: chunked\r\n\r\n");
      wire.sendAll(new byte[64 * 1024], 40, true);
      String answer = wire.readAll();

      assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too-large\"");
    }
    assertThat(front().upstreams().wholeBodies("conversation")).isEqualTo(before);
  }

  @Test
  default void anUploadOverItsOwnLimitIsRefused() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("PATCH", "/api/attachment/v1/uploads/0190-7a")
                      + "Content-Length: "
                      + (UPLOAD_LIMIT + 1)
                      + "\r\n\r\n")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  default void anAnswerThatBreaksOffNeverLooksWhole() throws Exception {
    HttpResponse<InputStream> answer =
        front()
            .client()
            .send(front().request("/api/attachment/v1/half").build(), BodyHandlers.ofInputStream());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> count(answer.body())).isInstanceOf(IOException.class);
  }

  @Test
  default void hugeHeadersAreRefused() throws Exception {
    try (Wire wire = new Wire(front().origin())) {
      wire.send(head("GET", "/api/directory/v1/me"));
      wire.sendAll(("X-Filler: " + "a".repeat(1000) + "\r\n").getBytes(), 64, false);
      String answer = wire.readAll();

      assertThat(answer).matches("(?s)HTTP/1\\.[01] (400|431) .*");
    }
  }

  @Test
  default void twoContradictingLengthsAreRefused() throws Exception {
    long before = front().upstreams().wholeBodies("conversation");
    try (Wire wire = new Wire(front().origin())) {
      String answer =
          wire.send(
                  head("POST", "/api/conversation/v1/x")
                      + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde")
              .readAll();

      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(front().upstreams().wholeBodies("conversation")).isEqualTo(before);
  }

  private String head(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
        + front().bearer()
        + "\r\n";
  }
}
