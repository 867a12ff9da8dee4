package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.OTHER_SHOP;
import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.adeli;
import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.formerly;
import static fr.liaison.directory.topup.SourceEntries.inactive;
import static fr.liaison.directory.topup.SourceEntries.person;
import static fr.liaison.directory.topup.SourceEntries.role;
import static fr.liaison.directory.topup.SourceEntries.structure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Api;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.directory.register.DetailFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.Test;

/** People who come under RPPS and were known by an ADELI number. */
@QuarkusTest
class TopUpSuccessionTest extends RunningTopUp {
  @Test
  void whoeverComesWithTheirFormerNumberKeepsEntryAccountAndDevices() throws Exception {
    upload(today(), optician("0", adeli(1), "LENTILLE", "Anne", SHOP));
    Api before = practitioner("0" + adeli(1));
    String account = accountOf("0" + adeli(1));
    FakeKeycloak.brokered(account, "0" + adeli(1));
    String id = before.get("/v1/me").body().at("/practitioner/id").asText();
    TestDevice hers = new TestDevice();
    String device = hers.enrol(before).body().path("id").asText();
    source.put(structure("s2", OTHER_SHOP));
    source.put(formerly(person("l1", rpps(61), "LENTILLE-DUC", "Anne", "28"), adeli(1)), now());
    source.put(role("r1", "l1", "s2"), now());
    source.put(inactiveAdeli("l0", adeli(1)), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isEqualTo(1);
    assertThat(status().at("/runs/0/departures").asInt()).isZero();
    Api same = Api.as(fr.liaison.test.TestTokens.practitioner(account, "8" + rpps(61)));
    assertThat(same.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(id);
    assertThat(same.get("/v1/devices").body().at("/items/0/status").asText()).isEqualTo("active");
    assertThat(same.get("/v1/devices").body().at("/items/0/id").asText()).isEqualTo(device);
    assertThat(before.get("/v1/me").body().at("/practitioner/nationalId").asText())
        .isEqualTo("8" + rpps(61));
    assertThat(events.of("practitioner-renumbered", id)).hasSize(1);
    assertThat(events.acts("practitioner.renumber", id))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("former-number").doesNotContain(rpps(61)));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(FakeKeycloak.number(account)).isEqualTo("8" + rpps(61));
              assertThat(FakeKeycloak.username(account)).isEqualTo("psc-8" + rpps(61));
            });
    assertThat(certified(hers.renew(same, device))).contains("8" + rpps(61));
    rewind();
    assertThat(attempt()).isEqualTo("completed");
    assertThat(events.of("practitioner-renumbered", id)).hasSize(1);
    assertThat(same.get("/v1/me").status()).isEqualTo(200);
  }

  @Test
  void mailboxesAndWhatIsKnownOfThemFollowTheNumber() throws Exception {
    String address = "cadre@opticien.mssante.example";
    upload(today(), optician("0", adeli(4110), "CADRE", "Luc", SHOP));
    Practitioner former = person("c0", rpps(99), "CADRE", "Luc", "28");
    former.getIdentifier().clear();
    former.addIdentifier().setSystem(Identities.PERSON).setValue("0" + adeli(4110));
    former.addTelecom(SourceEntries.mailbox(address, "PER"));
    source.put(former, now());
    assertThat(attempt()).isEqualTo("completed");
    String id = idOf("0" + adeli(4110));
    assertThat(addresses(id)).containsExactly(address);
    source.put(inactiveAdeli("c0", adeli(4110)), now());
    source.put(formerly(person("c1", rpps(7714), "CADRE", "Luc", "28"), adeli(4110)), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isEqualTo(1);
    assertThat(addresses(id)).containsExactly(address);
    assertThat(DetailFiles.mailboxes(today()).status()).isEqualTo(200);
    assertThat(addresses(id)).as("the file of today may not know it yet").containsExactly(address);
    database.run(transaction -> transaction.update("delete from fresh_detail"));
    assertThat(DetailFiles.mailboxes(today()).status()).isEqualTo(200);
    assertThat(addresses(id)).isEmpty();
  }

  private static List<String> addresses(String id) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/practitioners/" + id)
        .body()
        .path("mailboxes")
        .findValuesAsText("address");
  }

  @Test
  void whoeverLeftUnderAdeliComesBackUnderRppsAtTheSamePlace() throws Exception {
    upload(today(), optician("0", adeli(2), "MONTURE", "Éric", SHOP));
    Api before = practitioner("0" + adeli(2));
    String id = before.get("/v1/me").body().at("/practitioner/id").asText();
    source.put(inactiveAdeli("m0", adeli(2)), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(before.get("/v1/me").code()).isEqualTo("registration-ended");
    source.put(structure("s1", SHOP));
    source.put(person("m1", rpps(62), "Monture", "ERIC", "28"), now());
    source.put(role("r2", "m1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isEqualTo(1);
    assertThat(status().at("/runs/0/returns").asInt()).isEqualTo(1);
    assertThat(before.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(id);
  }

  @Test
  void whoeverIsStatedByBothNumbersOnOnePageIsOnePerson() throws Exception {
    upload(today(), optician("0", adeli(4111), "DOUBLE", "Anne", SHOP));
    String id = idOf("0" + adeli(4111));
    source.put(structure("s1", SHOP));
    source.put(underAdeli(person("d0", rpps(99), "DOUBLE", "Anne", "28"), adeli(4111)), now());
    source.put(role("r10", "d0", "s1"), now());
    source.put(formerly(person("d1", rpps(7715), "DOUBLE", "Anne", "28"), adeli(4111)), now());
    source.put(role("r11", "d1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isEqualTo(1);
    String account = accountOf("0" + adeli(4111));
    Api same = Api.as(fr.liaison.test.TestTokens.practitioner(account, "8" + rpps(7715)));
    assertThat(same.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(id);
    assertThat(idOf("0" + adeli(4111))).isEqualTo(id);
    assertThat(search("double anne").body().get("items")).hasSizeLessThan(2);
  }

  @Test
  void aFormerNumberThatBelongsToSomebodyOfOtherNamesGivesNobodyTheirEntry() throws Exception {
    upload(today(), optician("0", adeli(4112), "ORIGINE", "Anne", SHOP));
    String id = idOf("0" + adeli(4112));
    source.put(structure("s1", SHOP));
    source.put(formerly(person("o1", rpps(7716), "ERREUR", "Luc", "28"), adeli(4112)), now());
    source.put(role("r12", "o1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isZero();
    assertThat(idOf("0" + adeli(4112))).isEqualTo(id);
    assertThat(practitioner("8" + rpps(7716)).get("/v1/me").code()).isEqualTo("not-registered");
  }

  @Test
  void whoseFormerNumberIsAnotherOneDoesNotGetTheEntryOfANamesakeWhoLeft() throws Exception {
    upload(today(), optician("0", adeli(4113), "SOSIE", "Anne", SHOP));
    String id = idOf("0" + adeli(4113));
    source.put(inactiveAdeli("n0", adeli(4113)), now());
    assertThat(attempt()).isEqualTo("completed");
    source.put(structure("s1", SHOP));
    source.put(formerly(person("n1", rpps(7717), "SOSIE", "Anne", "28"), adeli(4199)), now());
    source.put(role("r13", "n1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isZero();
    assertThat(idOf("8" + rpps(7717))).isNotEqualTo(id);
  }

  @Test
  void aNewcomerBesideANamesakeOfThePlaceDoesNotGetTheEntryOfWhoLeft() throws Exception {
    upload(
        today(),
        optician("0", adeli(4114), "TROIS", "Anne", SHOP),
        optician("8", rpps(7718), "TROIS", "Anne", SHOP));
    Api before = practitioner("0" + adeli(4114));
    assertThat(before.get("/v1/me").status()).isEqualTo(200);
    source.put(inactiveAdeli("t0", adeli(4114)), now());
    assertThat(attempt()).isEqualTo("completed");
    source.put(structure("s1", SHOP));
    source.put(person("t1", rpps(7719), "TROIS", "Anne", "28"), now());
    source.put(role("r14", "t1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isZero();
    assertThat(before.get("/v1/me").code()).isEqualTo("registration-ended");
    upload(
        today(),
        optician("8", rpps(7718), "TROIS", "Anne", SHOP),
        optician("8", rpps(7719), "TROIS", "Anne", SHOP));
    assertThat(before.get("/v1/me").code()).isEqualTo("registration-ended");
  }

  @Test
  void whoArrivesLongAfterTheOtherDepartedIsLeftToTheNextFile() throws Exception {
    upload(today(), optician("0", adeli(409), "ATTENTE", "Éric", SHOP));
    Api before = practitioner("0" + adeli(409));
    source.put(inactiveAdeli("w0", adeli(409)), now());
    assertThat(attempt()).isEqualTo("completed");
    database.run(
        transaction ->
            transaction.update(
                "update practitioner set departed_at = departed_at - interval '8 days'"
                    + " where national_id = $1",
                "0" + adeli(409)));
    source.put(structure("s1", SHOP));
    source.put(person("w1", rpps(469), "Attente", "ERIC", "28"), now());
    source.put(role("r9", "w1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/successions").asInt()).isZero();
    assertThat(status().at("/runs/0/heldBack").asInt()).as("by both lists").isEqualTo(2);
    assertThat(before.get("/v1/me").code()).isEqualTo("registration-ended");
  }

  @Test
  void anArrivalBesideSomebodyStillListedIsLeftToTheNextFile() throws Exception {
    upload(today(), optician("0", adeli(3), "VERRE", "Jean", SHOP));
    source.put(structure("s1", SHOP));
    source.put(person("v1", rpps(63), "VERRE", "Jean", "28"), now());
    source.put(role("r3", "v1", "s1"), now());

    assertThat(attempt()).isEqualTo("completed");

    // Both lists name the person.
    assertThat(status().at("/runs/0/heldBack").asInt()).isEqualTo(2);
    assertThat(status().at("/runs/0/arrivals").asInt()).isZero();
    assertThat(practitioner("8" + rpps(63)).get("/v1/me").code()).isEqualTo("not-registered");
    assertThat(practitioner("0" + adeli(3)).get("/v1/me").status()).isEqualTo(200);
  }

  private static Practitioner inactiveAdeli(String id, String adeli) {
    return underAdeli(inactive(id, rpps(99)), adeli);
  }

  private static Practitioner underAdeli(Practitioner person, String adeli) {
    person.getIdentifier().clear();
    person.addIdentifier().setSystem(Identities.PERSON).setValue("0" + adeli);
    return person;
  }

  /** What a certificate's subject says, in the clear as printable characters of its DER. */
  private static String certified(Api.Answer renewed) {
    String certificate = renewed.body().at("/certificateChain/0").asText();
    return new String(Base64.getUrlDecoder().decode(certificate), StandardCharsets.ISO_8859_1);
  }
}
