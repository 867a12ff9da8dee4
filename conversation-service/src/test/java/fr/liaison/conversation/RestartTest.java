package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.test.TestServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there, whatever happened to the database meanwhile. */
@QuarkusTest
class RestartTest extends ServiceScene {

  @Test
  void theDatabaseKilledUnderLoadLosesNothingThatWasAcknowledged() throws Exception {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    Set<Integer> refusals = ConcurrentHashMap.newKeySet();
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicInteger after = new AtomicInteger();
    AtomicBoolean restarted = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.submit(
            () -> {
              while (running.get()) {
                Map<String, Object> message = message(id, 1);
                // The same bytes until they are accepted, as a client does that got no answer.
                for (boolean done = false; !done && running.get(); ) {
                  Answer answer = post(alice, messages(id), message);
                  done = answer.status() == 201;
                  if (done) {
                    acknowledged.put(
                        answer.body().path("sequence").asLong(), (String) message.get("message"));
                    after.addAndGet(restarted.get() ? 1 : 0);
                  } else {
                    refusals.add(answer.status());
                  }
                }
              }
              return null;
            });
      }
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 50);
      TestServer.postgres().kill();
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !refusals.isEmpty());
      TestServer.postgres().start();
      restarted.set(true);
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> after.get() > 50);
      running.set(false);
    }
    assertThat(refusals).containsExactly(503);
    long expected = 0;
    for (long at = 0; ; ) {
      JsonNode page = get(bob, "/v1/conversations/" + id + "/log?limit=500&after=" + at).body();
      for (JsonNode entry : page.path("entries")) {
        assertThat(entry.path("sequence").asLong()).isEqualTo(++expected);
        String payload = acknowledged.remove(expected);
        if (payload != null) {
          assertThat(entry.path("payload").asText()).isEqualTo(payload);
        }
        at = expected;
      }
      if (page.path("caughtUp").asBoolean()) {
        break;
      }
    }
    assertThat(acknowledged).isEmpty();
  }
}
