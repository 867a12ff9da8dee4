package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.kit.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Pools of key packages and claims from them. */
@QuarkusTest
class KeyPackageTest extends ServiceScene {
  private static final String POOL = "/v1/key-packages";
  private static final String CLAIMS = "/v1/key-package-claims";
  @Inject Outbox outbox;

  private List<String> fresh(Device device, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TestGroups.base64(device.keyPackage().message()))
        .toList();
  }

  private JsonNode claim(Device claimant, Device target) {
    return post(claimant, CLAIMS, Map.of("practitionerIds", List.of(target.practitioner())))
        .body()
        .path("devices");
  }

  @Test
  void eachDeviceOfAPersonIsAnsweredForOnItsOwn() {
    Device alice = enrol();
    Device alicesTablet = enrol(alice.practitioner());
    Device bob = enrol();
    Device bobsTablet = enrol(bob.practitioner());
    Device lost = enrol(bob.practitioner());
    revoke(lost);
    post(bob, POOL, Map.of("keyPackages", fresh(bob, 1)));
    List<String> statuses = new ArrayList<>();
    claim(alice, bob).forEach(device -> statuses.add(device.path("status").asText()));
    assertThat(statuses).containsExactlyInAnyOrder("ok", "exhausted");
    assertThat(claim(alice, alice).findValuesAsText("deviceId"))
        .containsExactly(alicesTablet.id().toString());
    assertThat(claim(alice, enrol(bobsTablet.practitioner())).findValuesAsText("status"))
        .containsOnly("exhausted");
  }

  @Test
  void uploadingTheSameAgainChangesNothingEvenAfterAClaim() {
    Device alice = enrol();
    Device bob = enrol();
    Map<String, Object> upload = Map.of("keyPackages", fresh(bob, 2));
    assertThat(post(bob, POOL, upload).body().path("available").asInt()).isEqualTo(2);
    assertThat(post(bob, POOL, upload).body().path("available").asInt()).isEqualTo(2);
    claim(alice, bob);
    assertThat(post(bob, POOL, upload).body().path("available").asInt()).isEqualTo(1);
    assertThat(get(bob, POOL).body().path("lastResort").asBoolean()).isFalse();
  }

  @Test
  void thePoolIsLimitedAndForeignOrExpiredKeyPackagesAreRefused() {
    Device bob = enrol();
    assertThat(post(bob, POOL, Map.of("keyPackages", fresh(bob, 101))).status()).isEqualTo(400);
    assertThat(post(bob, POOL, Map.of("keyPackages", fresh(bob, 100))).status()).isEqualTo(200);
    assertThat(post(bob, POOL, Map.of("keyPackages", fresh(bob, 1))).code())
        .isEqualTo("invalid-parameter");
    Device eve = enrol();
    List<String> mixed = new ArrayList<>(fresh(eve, 1));
    mixed.addAll(fresh(bob, 1));
    Answer foreign = post(eve, POOL, Map.of("keyPackages", mixed));
    assertThat(foreign.code()).isEqualTo("malformed-mls");
    assertThat(foreign.body().path("field").asText()).isEqualTo("keyPackages[1]");
    assertThat(foreign.body().path("reason").asText()).isEqualTo("credential");
    assertThat(get(eve, POOL).body().path("available").asInt()).isZero();
  }

  @Test
  void aPoolThatRunsLowIsToldOnceOnTheWayDown() {
    Device bob = enrol();
    post(bob, POOL, Map.of("keyPackages", fresh(bob, 12)));
    for (int i = 0; i < 5; i++) {
      claim(enrol(), bob);
    }
    List<JsonNode> told =
        new ActReader()
            .read(
                "conversation",
                e -> e.has("available") && e.path("deviceId").asText().equals(bob.id().toString()),
                1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().path("available").asInt()).isEqualTo(9);
  }

  @Test
  void claimingTooOftenFromOnePersonIsTurnedAway() {
    Device alice = enrol();
    Device bob = enrol();
    Map<String, Object> request = Map.of("practitionerIds", List.of(bob.practitioner()));
    for (int i = 0; i < 30; i++) {
      assertThat(post(alice, CLAIMS, request).status()).isEqualTo(200);
    }
    Answer refused = post(alice, CLAIMS, request);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.raw().headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(post(enrol(), CLAIMS, request).status()).isEqualTo(200);
  }

  @Test
  void aRevokedDevicesPoolIsEmptied() {
    Device bob = enrol();
    post(bob, POOL, Map.of("keyPackages", fresh(bob, 3)));
    database.run(tx -> outbox.append(tx, new DeviceRevoked(bob.id(), bob.practitioner(), "lost")));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(count("select count(*) from key_package where device_id = $1", bob.id()))
                    .isZero());
  }

  @Test
  void whatAKilledInstanceLeftBehindIsCleared() {
    Device bob = enrol();
    Device carol = enrol();
    String own =
        database
            .read(tx -> tx.first(row -> row.getString(0), "select id from stream_instance"))
            .orElseThrow();
    database.run(
        tx -> {
          tx.update(
              "insert into stream_instance values ('killed', now() - interval '1 hour')"
                  + " on conflict do nothing");
          String insert =
              "insert into stream_session values ($1, $2, $3, now() - interval '1 hour')";
          tx.update(insert, UUID.randomUUID(), bob.id(), "killed");
          tx.update(insert, UUID.randomUUID(), carol.id(), own);
        });
    List<String> gone = List.of(bob.id().toString(), carol.id().toString());
    List<JsonNode> told =
        new ActReader()
            .read(
                "conversation",
                e -> e.has("connected") && gone.contains(e.path("deviceId").asText()),
                2);
    assertThat(told).noneMatch(event -> event.path("connected").asBoolean());
    assertThat(count("select count(*) from stream_session where device_id = $1", bob.id()))
        .isZero();
  }
}
