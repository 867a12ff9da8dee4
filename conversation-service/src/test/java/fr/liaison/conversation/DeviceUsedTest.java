package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.conversation.dormancy.DeviceSeen;
import fr.liaison.conversation.roster.DeviceId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The directory is told on which day a device was used, and no more than that. */
@QuarkusTest
class DeviceUsedTest extends AwayScene {
  @Inject DeviceSeen seen;

  @Test
  void aDeviceThatReadsIsToldOfOnceADayWithoutTheHour() {
    Device alice = enrol();
    UUID room = group(alice);

    read(alice, room, 0);
    read(alice, room, 0);

    assertThat(told(alice.id(), 1))
        .singleElement()
        .satisfies(
            data ->
                assertThat(data)
                    .contains(LocalDate.now(ZoneOffset.UTC).toString())
                    .doesNotContainPattern("\\d\\d:\\d\\d"));
  }

  @Test
  void aDeviceLastSeenOnAnotherDayIsToldOfAgainAndOneSeenTodayIsNot() {
    UUID yesterday = UUID.randomUUID();
    UUID today = UUID.randomUUID();
    wasSeen(
        yesterday,
        "date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '2 hours'");
    wasSeen(today, "date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'");

    seen.note(new DeviceId(yesterday));
    seen.note(new DeviceId(today));

    assertThat(told(today, 0)).isEmpty();
    assertThat(told(yesterday, 1)).hasSize(1);
  }

  @Test
  void manyAtOnceTellOnce() {
    UUID device = UUID.randomUUID();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 16).forEach(i -> threads.submit(() -> seen.note(new DeviceId(device))));
    }

    assertThat(told(device, 1)).hasSize(1);
  }

  private void wasSeen(UUID device, String when) {
    database.run(
        tx ->
            tx.update(
                "insert into device_seen (device_id, seen_at) values ($1, " + when + ")", device));
  }

  /** What was published of the device by the time that something later was; at least so many. */
  private List<String> told(UUID device, int atLeast) {
    UUID later = UUID.randomUUID();
    seen.note(new DeviceId(later));
    ActReader reader = new ActReader();
    reader.read("device", event -> isOf(event, later), 1);
    return reader
        .read("device", event -> isOf(event, device) || isOf(event, later), atLeast + 1)
        .stream()
        .filter(event -> isOf(event, device))
        .map(JsonNode::toString)
        .toList();
  }

  private static boolean isOf(JsonNode event, UUID device) {
    return event.path("deviceId").asText().equals(device.toString()) && event.has("day");
  }
}
