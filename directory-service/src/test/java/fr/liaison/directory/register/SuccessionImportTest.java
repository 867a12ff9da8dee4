package fr.liaison.directory.register;

import static fr.liaison.directory.register.RegisterFiles.OTHER_SHOP;
import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.adeli;
import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.TestDevice;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files in which people move from ADELI to RPPS. */
@QuarkusTest
class SuccessionImportTest extends RunningService {
  @Inject Events events;
  @Inject Database database;

  @AfterEach
  void restore() throws IOException {
    upload();
  }

  @Test
  void theSamePersonAtTheSamePlaceKeepsEntryAccountAndDevices() throws Exception {
    upload(optician("0", adeli(31), "LUNETTE", "Zoé", SHOP));
    Api before = practitioner("0" + adeli(31));
    String account = accountOf("0" + adeli(31));
    FakeKeycloak.brokered(account, "0" + adeli(31));
    String id = before.get("/v1/me").body().at("/practitioner/id").asText();
    String device = new TestDevice().enrol(before).body().path("id").asText();

    JsonNode report = upload(optician("8", rpps(71), "Lunette", "ZOE", SHOP));

    assertThat(report.at("/successions/carried").asInt()).isEqualTo(1);
    assertThat(report.path("departures").asInt()).isZero();
    assertThat(report.path("arrivals").asInt()).isZero();
    Api same = Api.as(TestTokens.practitioner(account, "8" + rpps(71)));
    assertThat(same.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(id);
    assertThat(same.get("/v1/devices").body().at("/items/0/id").asText()).isEqualTo(device);
    assertThat(same.get("/v1/devices").body().at("/items/0/status").asText()).isEqualTo("active");
    assertThat(events.of("practitioner-departed", id)).isEmpty();
    assertThat(events.of("practitioner-renumbered", id)).hasSize(1);
    assertThat(events.acts("practitioner.renumber", id))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("place").doesNotContain(rpps(71)));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(FakeKeycloak.number(account)).isEqualTo("8" + rpps(71)));

    JsonNode both =
        upload(
            optician("8", rpps(71), "Lunette", "ZOE", SHOP),
            optician("0", adeli(31), "LUNETTE", "Zoé", SHOP));
    assertThat(both.path("arrivals").asInt()).isZero();
    assertThat(before.get("/v1/me").body().at("/practitioner/id").asText()).isEqualTo(id);
  }

  @Test
  void theSameNameElsewhereIsSomebodyElse() throws Exception {
    upload(optician("0", adeli(32), "BINOCLE", "Luc", SHOP));
    String id = idOf("0" + adeli(32));
    var away = new RegisterFiles.Site("F690000777", "OPTIQUE DU RHONE", "69003", "Lyon");

    JsonNode report = upload(optician("8", rpps(72), "BINOCLE", "Luc", away));

    assertThat(report.has("successions")).isFalse();
    assertThat(report.path("departures").asInt()).isEqualTo(1);
    assertThat(report.path("arrivals").asInt()).isEqualTo(1);
    assertThat(idOf("8" + rpps(72))).isNotEqualTo(id);
  }

  @Test
  void whoComesLongAfterTheOtherDepartedMayBeAHomonym() throws Exception {
    upload(optician("0", adeli(438), "TARDIF", "Luc", SHOP));
    String id = idOf("0" + adeli(438));
    upload();
    database.run(
        transaction ->
            transaction.update(
                "update practitioner set departed_at = departed_at - interval '8 days'"
                    + " where id = $1",
                UUID.fromString(id)));

    JsonNode report = upload(optician("8", rpps(478), "TARDIF", "Luc", SHOP));

    assertThat(report.at("/successions/carried").asInt()).isZero();
    assertThat(reason(report, id)).isEqualTo("place_alone");
    assertThat(idOf("8" + rpps(478))).isNotEqualTo(id);
    assertThat(practitioner("0" + adeli(438)).get("/v1/me").code()).isEqualTo("registration-ended");
  }

  @Test
  void doubtIsListedAndNobodyMerged() throws Exception {
    upload(
        optician("0", adeli(33), "PAIRE", "Jean", SHOP),
        optician("0", adeli(34), "DOUTE", "Anne", SHOP),
        optician("0", adeli(35), "CODE", "Paul", SHOP),
        optician("0", adeli(36), "RESTE", "Léa", SHOP));
    String pair = idOf("0" + adeli(33));
    String code = idOf("0" + adeli(35));
    String stays = idOf("0" + adeli(36));

    JsonNode report =
        upload(
            optician("8", rpps(73), "PAIRE", "Jean", SHOP),
            optician("8", rpps(74), "PAIRE", "Jean", SHOP),
            optician("8", rpps(75), "CODE", "Paul", OTHER_SHOP),
            optician("8", rpps(76), "RESTE", "Léa", SHOP),
            optician("0", adeli(36), "RESTE", "Léa", SHOP));

    assertThat(report.at("/successions/carried").asInt()).isZero();
    assertThat(report.at("/successions/ambiguous").asInt()).isEqualTo(3);
    assertThat(reason(report, pair)).isEqualTo("several_candidates");
    assertThat(reason(report, code)).isEqualTo("place_alone");
    assertThat(reason(report, stays)).isEqualTo("both_listed");
    assertThat(report.at("/successions").toString()).doesNotContain("PAIRE").doesNotContain("997");
    assertThat(practitioner("0" + adeli(33)).get("/v1/me").code()).isEqualTo("registration-ended");
    assertThat(idOf("8" + rpps(73))).isNotEqualTo(pair);
    assertThat(events.of("practitioner-renumbered", pair)).isEmpty();
    String stored =
        administrator()
            .get("/v1/register-imports/" + report.path("id").asText())
            .body()
            .at("/report/successions/ambiguous")
            .asText();
    assertThat(stored).isEqualTo("3");

    JsonNode later =
        upload(
            optician("8", rpps(73), "PAIRE", "Jean", SHOP),
            optician("8", rpps(74), "PAIRE", "Jean", SHOP),
            optician("8", rpps(75), "CODE", "Paul", OTHER_SHOP),
            optician("8", rpps(76), "RESTE", "Léa", SHOP));
    assertThat(reason(later, stays)).isEqualTo("known_already");
  }

  @Test
  void homonymsOfOneShopAreNotMistakenForEachOther() throws Exception {
    upload(
        optician("0", adeli(37), "JUMEAU", "Jean", SHOP),
        optician("0", adeli(438), "JUMEAU", "Jean", SHOP));
    String first = idOf("0" + adeli(37));
    String second = idOf("0" + adeli(438));

    JsonNode report =
        upload(
            optician("8", rpps(77), "JUMEAU", "Jean", SHOP),
            optician("0", adeli(438), "JUMEAU", "Jean", SHOP));

    assertThat(report.at("/successions/carried").asInt()).isZero();
    assertThat(reason(report, first)).isEqualTo("several_predecessors");
    assertThat(idOf("8" + rpps(77))).isNotEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void aThirdNamesakeDoesNotGetTheEntryThatTwoBeforeThemWereRefused() throws Exception {
    upload(optician("0", adeli(4115), "TRIPLE", "Jean", SHOP));
    String id = idOf("0" + adeli(4115));
    upload(
        optician("8", rpps(7720), "TRIPLE", "Jean", SHOP),
        optician("8", rpps(7721), "TRIPLE", "Jean", SHOP));

    JsonNode report =
        upload(
            optician("8", rpps(7720), "TRIPLE", "Jean", SHOP),
            optician("8", rpps(7721), "TRIPLE", "Jean", SHOP),
            optician("8", rpps(7722), "TRIPLE", "Jean", SHOP));

    assertThat(report.at("/successions/carried").asInt()).isZero();
    assertThat(reason(report, id)).isEqualTo("several_candidates");
    assertThat(idOf("8" + rpps(7722))).isNotEqualTo(id);
  }

  private static String reason(JsonNode report, String practitionerId) {
    for (JsonNode one : report.at("/successions/first")) {
      if (one.path("practitionerId").asText().equals(practitionerId)) {
        return one.path("reason").asText();
      }
    }
    return "";
  }

  private static JsonNode upload(String... rows) throws IOException {
    Api.Answer answer = RegisterFiles.upload("2026-11-20", rows);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body();
  }
}
