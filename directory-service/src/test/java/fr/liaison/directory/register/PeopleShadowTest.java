package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleShadowTest extends RunningService {
  @Inject RegisterShadow shadow;

  @Test
  void anImportThatCannotTakeDownWhoIsKnownEndsAndTheNextMayBegin() throws Exception {
    CompletableFuture<Void> failing =
        CompletableFuture.runAsync(
            () -> {
              try (RollCall roll = new RollCall()) {
                // As a full disk does, it stops in the middle of all who are known.
                roll.know(CLAIRE_MOREAU, UUID.randomUUID(), UUID.randomUUID(), false, false, "60");
                shadow.underLock(
                    session -> {
                      new PeopleShadow(session).call(roll);
                      return true;
                    });
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });

    assertThat(failing)
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .withMessageContaining("have one number");
    assertThat(shadow.isFree()).isTrue();
  }
}
