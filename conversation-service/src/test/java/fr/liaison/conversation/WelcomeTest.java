package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the Welcomes that wait for a device reach it, however large they are. */
@QuarkusTest
class WelcomeTest extends ServiceScene {
  private static final int LARGE = 512 * 1024;
  private Device bob;

  @BeforeEach
  void fiveLargeWelcomesWait() {
    Device alice = enrol();
    bob = enrol();
    for (int i = 0; i < 5; i++) {
      UUID id = group(alice, bob);
      database.run(
          tx ->
              tx.update(
                  "update welcome set payload = decode(repeat('00', $2), 'hex')"
                      + " where conversation_id = $1",
                  id,
                  LARGE));
    }
  }

  @Test
  void aListEndsWhereItGrowsLargeAndTheRestComesOnceThatIsTaken() {
    List<Integer> sizes = new ArrayList<>();
    JsonNode items = get(bob, "/v1/welcomes").body().path("items");
    while (!items.isEmpty()) {
      sizes.add(items.size());
      for (JsonNode item : items) {
        String taken = "/v1/welcomes/" + item.path("id").asText();
        assertThat(exchange(bob, "DELETE", taken, null).status()).isEqualTo(204);
      }
      items = get(bob, "/v1/welcomes").body().path("items");
    }
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void aStreamBringsAllThatWaitOnceEachInOrder() {
    try (StreamClient stream = StreamClient.connect(HTTP, service).hello(bob.token(), bob.id())) {
      stream.await("caught-up");
      List<String> ids =
          stream.frames("welcome").stream().map(frame -> frame.path("id").asText()).toList();
      assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSorted();
    }
  }
}
