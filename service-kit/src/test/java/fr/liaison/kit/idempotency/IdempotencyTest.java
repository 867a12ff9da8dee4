package fr.liaison.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.kit.KitTest;
import fr.liaison.test.TestTokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@KitTest
class IdempotencyTest {
  private final String key = UUID.randomUUID().toString();

  @Test
  void aRepeatedRequestGetsTheFirstAnswer() {
    String first = run(post("account-1", key, "a"));

    assertThat(run(post("account-1", key, "a"))).isEqualTo(first);
  }

  @Test
  void withoutAKeyEachRequestRuns() {
    assertThat(run(post("account-1", null, "a"))).isNotEqualTo(run(post("account-1", null, "a")));
  }

  @Test
  void theSameKeyWithAnotherBodyIsAConflict() {
    post("account-1", key, "a");

    Response other = post("account-1", key, "b");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency-conflict");
  }

  @Test
  void keysOfDifferentAccountsDoNotMeet() {
    assertThat(run(post("account-1", key, "a"))).isNotEqualTo(run(post("account-2", key, "a")));
  }

  @Test
  void concurrentRepetitionsRunOnce() throws Exception {
    List<Future<Response>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        running.add(threads.submit(() -> post("account-1", key, "a")));
      }
    }

    List<String> answers = new ArrayList<>();
    for (Future<Response> response : running) {
      answers.add(run(response.get()));
    }
    assertThat(answers.stream().distinct()).hasSize(1);
  }

  @Test
  void anOverlongKeyIsRefused() {
    assertThat(post("account-1", "k".repeat(65), "a").statusCode()).isEqualTo(400);
  }

  private static Response post(String account, String key, String text) {
    var request =
        given()
            .auth()
            .oauth2(TestTokens.practitioner(account, "899700218805").sign())
            .contentType("application/json")
            .body("{\"text\":\"" + text + "\"}");
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post("/v1/trouble/once");
  }

  private static String run(Response response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return response.jsonPath().getString("run");
  }
}
