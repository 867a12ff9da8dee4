package fr.liaison.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.id.DeviceId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HttpTest {
  private static final String BUSY = "{\"status\":503,\"code\":\"unavailable\"}";
  private static final Call GET = Call.get(Service.DIRECTORY, "/v1/me");

  private final List<Duration> waits = new ArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private record Answered(String name) {}

  @Test
  void tokenDeviceAndQueryAreSentAndUnknownMembersIgnored() throws IOException {
    try (TestGateway gateway = scripted(answer(200, "{\"name\":\"é\",\"later\":1}"))) {
      DeviceId device = new DeviceId(UUID.randomUUID());

      Answer<Answered> answer =
          http(gateway)
              .onDevice(device)
              .json(GET.query("q", "a b&é").query("n", ""), Answered.class);

      assertThat(answer).isEqualTo(new Answer.Done<>(new Answered("é")));
      assertThat(seen)
          .containsExactly("GET /api/directory/v1/me?q=a+b%26%C3%A9 Bearer t0 " + device);
    }
  }

  @Test
  void overloadIsWaitedOutAsTheServerAsks() throws IOException {
    try (TestGateway gateway =
        scripted(answer(503, BUSY, "7"), answer(503, BUSY, ""), answer(200, "{\"name\":\"a\"}"))) {
      assertThat(http(gateway).json(GET, Answered.class)).isInstanceOf(Answer.Done.class);

      assertThat(waits).hasSize(2).first().isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Test
  void anEndlessOverloadIsGivenBackAfterAFewAttempts() throws IOException {
    try (TestGateway gateway = scripted(answer(503, BUSY, ""))) {
      Answer<Answered> answer = http(gateway).json(GET, Answered.class);

      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(seen).hasSize(4);
    }
  }

  @Test
  void aServerThatAsksForTooLongIsNotWaitedFor() throws IOException {
    try (TestGateway gateway = scripted(answer(503, BUSY, "3600"))) {
      Answer<Reply> answer = http(gateway).send(GET);

      assertThat(answer)
          .matches(
              one ->
                  one instanceof Answer.Refused<Reply>(Problem problem)
                      && problem.retryAfter().orElseThrow().equals(Duration.ofHours(1)));
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void whatMustNotHappenTwiceIsNotRepeated() throws IOException {
    try (TestGateway gateway = scripted(answer(503, BUSY, ""))) {
      assertThat(http(gateway).send(Call.patch(Service.ATTACHMENT, "/v1/uploads/x")))
          .isInstanceOf(Answer.Refused.class);
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void aRefusedTokenIsRenewedOnce() throws IOException {
    try (TestGateway gateway = scripted(answer(401, "{\"code\":\"unauthenticated\"}"))) {
      Answer<Reply> answer = http(gateway).send(GET);

      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(seen).hasSize(2).last().asString().contains("Bearer after-t0");
    }
  }

  @Test
  void aStepUpIsNotAnExpiredToken() throws IOException {
    try (TestGateway gateway = scripted(answer(401, "{\"code\":\"step-up-required\"}"))) {
      assertThat(http(gateway).send(GET)).isInstanceOf(Answer.Refused.class);
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    URI gone;
    try (TestGateway gateway = scripted(answer(200, "{}"))) {
      gone = gateway.origin();
    }
    Http http = new Http(HttpSettings.of(gone), refused -> new Answer.Done<>("t"), waits::add);

    assertThat(http.send(GET)).isInstanceOf(Answer.Unreachable.class);
    assertThat(waits).hasSize(3);
  }

  @Test
  void anAnswerThatIsNotTheDocumentIsARefusalWithoutItsContent() throws IOException {
    try (TestGateway gateway = scripted(answer(200, "<html>secret"))) {
      Answer<Answered> answer = http(gateway).json(GET, Answered.class);

      assertThat(answer.toString()).contains("unexpected-answer").doesNotContain("secret");
    }
  }

  @Test
  void aProblemKeepsItsMembersAndPrintsNone() {
    Problem problem =
        Problem.read(
            409,
            "application/problem+json",
            "{\"code\":\"stale-epoch\",\"currentEpoch\":7,\"detail\":\"x\"}",
            null);

    assertThat(problem.number("currentEpoch")).hasValue(7);
    assertThat(problem).hasToString("Problem[409 stale-epoch]");
    assertThat(Problem.read(502, "text/html", "<p>", null).code()).isEqualTo("http-502");
  }

  private record Scripted(int status, String body, String retryAfter) {}

  private static Scripted answer(int status, String body) {
    return new Scripted(status, body, "");
  }

  private static Scripted answer(int status, String body, String retryAfter) {
    return new Scripted(status, body, retryAfter);
  }

  /** The answers one after the other; the last for all that follow. */
  private TestGateway scripted(Scripted... answers) throws IOException {
    return TestGateway.answering(
        exchange -> {
          seen.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Liaison-Device"));
          Scripted next = Arrays.asList(answers).get(Math.min(seen.size(), answers.length) - 1);
          TestGateway.json(
              exchange,
              next.status(),
              next.body(),
              next.retryAfter().isEmpty() ? Map.of() : Map.of("Retry-After", next.retryAfter()));
        });
  }

  private Http http(TestGateway gateway) {
    return new Http(
        HttpSettings.of(gateway.origin()),
        refused -> new Answer.Done<>(refused.isEmpty() ? "t0" : "after-" + refused),
        waits::add);
  }
}
