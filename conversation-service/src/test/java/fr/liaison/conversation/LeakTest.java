package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.test.LeakCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Neither content nor tokens nor raw input reach the log, whether accepted or refused. */
@QuarkusTest
class LeakTest extends ServiceScene {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void nothingSentIsLogged() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Map<String, Object> message = message(id, 1);
    leaks.planted((String) message.get("message"));
    assertThat(post(alice, messages(id), message).status()).isEqualTo(201);
    String marker = leaks.marker();
    assertThat(post(alice, messages(id), "{\"message\":\"" + marker).status()).isEqualTo(400);
    assertThat(post(alice, messages(id), Map.of("message", marker)).status()).isEqualTo(400);
    assertThat(get(alice, "/v1/conversations/" + marker).status()).isEqualTo(404);
    String token = leaks.planted(alice.token());
    try (StreamClient stream = StreamClient.connect(HTTP, service).hello(token, alice.id())) {
      stream.await("caught-up");
      stream.say("{\"type\":\"" + marker + "\"}");
      assertThat(stream.awaitClose()).isEqualTo(4400);
    }
    String forged = leaks.planted(token.substring(0, token.length() - 8) + "AAAAAAAA");
    assertThat(StreamClient.connect(HTTP, service).hello(forged, alice.id()).awaitClose())
        .isEqualTo(4401);
  }
}
