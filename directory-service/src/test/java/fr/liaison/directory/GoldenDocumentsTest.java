package fr.liaison.directory;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.account.Me;
import fr.liaison.directory.device.Device;
import fr.liaison.directory.device.DeviceChallenge;
import fr.liaison.directory.device.EnrolmentRequest;
import fr.liaison.directory.device.PeerDevice;
import fr.liaison.directory.device.TrustAnchor;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.register.ImportPhase;
import fr.liaison.directory.register.ImportProgress;
import fr.liaison.directory.register.ImportReport;
import fr.liaison.directory.register.ImportStatus;
import fr.liaison.directory.register.ProfessionCount;
import fr.liaison.directory.search.PractitionerPage;
import fr.liaison.directory.search.index.FoundProfession;
import fr.liaison.directory.software.Software;
import fr.liaison.directory.software.VouchRequest;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of every public document is frozen. */
class GoldenDocumentsTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");
  private static final Bytes KEY = Bytes.of(new byte[] {1, 2, 3, (byte) 0xfb, (byte) 0xff});
  private static final Practitioner FULL =
      new Practitioner(
          ID,
          "899700218805",
          "Alix",
          "EXEMPLE",
          "Docteur",
          "10",
          "Médecin",
          "SM54",
          "Médecine générale",
          List.of(
              new Practitioner.Situation(
                  "R10000001234567",
                  "CABINET LES TILLEULS",
                  "75009",
                  "Paris",
                  "Cabinet individuel",
                  "Médecin"),
              new Practitioner.Situation(null, null, null, "Genève", null, "Médecin")),
          Practitioner.RegisterStatus.active,
          LocalDate.of(2026, 11, 20),
          Practitioner.Source.register,
          true);
  private static final Practitioner BARE =
      new Practitioner(
          ID,
          "3750000001/0042",
          "Alix",
          "EXEMPLE",
          null,
          "SECRETARIAT_MEDICAL",
          "Secrétaire médicale",
          null,
          null,
          List.of(),
          Practitioner.RegisterStatus.departed,
          LocalDate.of(2026, 11, 20),
          Practitioner.Source.structure,
          false);

  @Test
  void practitionersKeepTheirShape() {
    matches("practitioner.v1", FULL);
    matches("practitioner-departed-card.v1", BARE);
    matches(
        "practitioner-page.v1",
        new PractitionerPage(List.of(FULL), ID.toString(), LocalDate.of(2026, 11, 20), null));
    matches(
        "practitioner-page-counted.v1",
        new PractitionerPage(
            List.of(), null, null, List.of(new FoundProfession("60", "Infirmier", 2))));
  }

  @Test
  void meKeepsItsShape() {
    matches("me.v1", new Me("account", "899700218805", List.of("practitioner"), FULL));
    matches("me-staff.v1", new Me("account", null, List.of("compliance-officer"), null));
  }

  @Test
  void devicesKeepTheirShape() {
    Device device =
        new Device(
            ID,
            "Téléphone",
            KEY,
            Device.Status.active,
            TIME,
            TIME.plusSeconds(1),
            List.of(KEY, KEY));
    matches("device.v1", device);
    matches("device-list.v1", new Device.Listing(List.of(device)));
    matches(
        "peer-device-list.v1",
        new PeerDevice.Listing(
            List.of(new PeerDevice(ID, KEY, List.of(KEY, KEY), TIME, TIME.plusSeconds(1)))));
    matches("device-challenge.v1", new DeviceChallenge("Y2hhbGxlbmdl", TIME));
    matches("enrolment-request.v1", new EnrolmentRequest("Téléphone", "a2V5", "Yw", "cA"));
    matches("trust-anchor.v1", new TrustAnchor(KEY));
  }

  @Test
  void softwareKeepsItsShape() {
    Software program =
        new Software(
            ID,
            "dpi-exemple",
            "Dossier patient",
            "F440900017",
            "1440900017/dpi-exemple",
            Software.Status.active,
            TIME);
    matches("software-list.v1", new Software.Listing(List.of(program)));
    matches("vouch-request.v1", new VouchRequest("dpi-exemple", "Dossier patient", "F440900017"));
  }

  @Test
  void importReportsKeepTheirShape() {
    ImportReport refused =
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "refused",
            "truncated",
            7L,
            "The last line is incomplete: the download was cut",
            LocalDate.of(2026, 11, 20),
            6,
            5,
            0,
            0,
            0,
            0,
            Map.of("bad-identifier", 1L),
            List.of(new ImportReport.Defect(3, "bad-identifier")),
            null,
            null,
            null);
    matches("register-import.v1", refused);
    matches("register-import-list.v1", new ImportReport.Listing(List.of(refused), null));
    ImportProgress progress =
        new ImportProgress(
            ID,
            TIME,
            "upload",
            LocalDate.of(2026, 11, 20),
            ImportPhase.reading,
            1000,
            360_000,
            820_000_000L,
            50_000,
            45L);
    matches(
        "register-import-list-running.v1", new ImportReport.Listing(List.of(), List.of(progress)));
    matches(
        "register-import-running.v1", new ImportStatus(ID, ImportPhase.reading, progress, null));
    matches("register-import-done.v1", new ImportStatus(ID, ImportPhase.done, null, refused));
  }

  @Test
  void anAcceptedImportSaysWhatItIgnoredAndAcceptedAndCountsByProfession() {
    matches(
        "register-import-accepted.v1",
        new ImportReport(
            ID,
            TIME,
            TIME.plusSeconds(1),
            "upload",
            "accepted",
            null,
            null,
            null,
            LocalDate.of(2026, 11, 20),
            6,
            5,
            2,
            1,
            1,
            0,
            Map.of(),
            List.of(),
            2,
            true,
            List.of(new ProfessionCount("10", "Médecin", 5, 2, 1))));
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
