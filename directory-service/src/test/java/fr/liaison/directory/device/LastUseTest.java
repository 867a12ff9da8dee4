package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceUsed;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.event.ReceivedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LastUseTest extends RunningService {
  @Inject NoteUsedDevices noteUsedDevices;
  @Inject Database database;

  private final Api karim = practitioner(KARIM_BENALI);
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final TestDevice device = new TestDevice();
  private UUID id = new UUID(0, 0);

  @BeforeEach
  void enrol() {
    id = UUID.fromString(device.enrol(karim).body().path("id").asText());
  }

  @AfterEach
  void revoke() {
    karim.delete("/v1/devices/" + id);
  }

  @Test
  void aDeviceIsUsedOnTheDayItIsEnrolled() {
    assertThat(lastUsed()).isEqualTo(today.toString());
  }

  @Test
  void theDayMovesForwardAndNeverBackAndTheOwnerSeesIt() {
    was(today.minusDays(40));

    used(today.minusDays(30), today.minusDays(20), today.minusDays(25));
    assertThat(lastUsed()).isEqualTo(today.minusDays(20).toString());

    used(today.minusDays(35));
    assertThat(lastUsed()).isEqualTo(today.minusDays(20).toString());
  }

  @Test
  void aDeviceFromBeforeSaysNothingUntilItIsUsed() {
    was(null);
    assertThat(own().has("lastUsedOn")).isFalse();

    used(today);
    assertThat(lastUsed()).isEqualTo(today.toString());
  }

  @Test
  void aProofOfTheKeyIsAUse() {
    was(today.minusDays(40));

    assertThat(device.renew(karim, id.toString()).status()).isEqualTo(200);

    assertThat(lastUsed()).isEqualTo(today.toString());
  }

  @Test
  void aRevokedDeviceKeepsItsDayAndUnknownOnesAreNoError() {
    was(today.minusDays(40));
    karim.delete("/v1/devices/" + id);

    used(today);
    database.run(
        transaction ->
            noteUsedDevices.handle(
                transaction, List.of(event(new DeviceUsed(UUID.randomUUID(), today)))));

    assertThat(lastUsed()).isEqualTo(today.minusDays(40).toString());
  }

  @Test
  void oneThatAnotherTransactionHoldsIsPassedOver() {
    was(today.minusDays(40));

    database.run(
        holding -> {
          holding.first(row -> true, "select 1 from device where id = $1 for update", id);
          used(today);
        });

    assertThat(lastUsed()).isEqualTo(today.minusDays(40).toString());
  }

  private void was(LocalDate day) {
    database.run(
        transaction ->
            transaction.update("update device set last_used_on = $2 where id = $1", id, day));
  }

  private void used(LocalDate... days) {
    database.run(
        transaction ->
            noteUsedDevices.handle(
                transaction,
                Arrays.stream(days).map(day -> event(new DeviceUsed(id, day))).toList()));
  }

  private static ReceivedEvent event(DeviceUsed used) {
    return new ReceivedEvent(UUID.randomUUID(), "conversation-service", Instant.now(), used, null);
  }

  private String lastUsed() {
    return own().path("lastUsedOn").asText();
  }

  private JsonNode own() {
    for (JsonNode one : karim.get("/v1/devices").body().path("items")) {
      if (one.path("id").asText().equals(id.toString())) {
        return one;
      }
    }
    throw new AssertionError("not listed");
  }
}
