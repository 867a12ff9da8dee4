package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.staff.InvitedPerson;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of devices that say when they were last used is frozen. */
class DeviceGoldenTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");
  private static final Bytes KEY = Bytes.of(new byte[] {1, 2, 3, (byte) 0xfb, (byte) 0xff});
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void devicesSayOnWhichDayTheyWereLastUsed() {
    matches(
        "device-last-used.v1",
        new Device(
            ID,
            "Téléphone",
            KEY,
            Device.Status.active,
            TIME,
            TIME.plusSeconds(1),
            List.of(KEY, KEY),
            DAY));
    matches(
        "invited-person-device-last-used.v1",
        new InvitedPerson.HeldDevice(
            ID, "Téléphone", "active", TIME, TIME.plusSeconds(1), null, DAY));
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
