package fr.liaison.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The active devices some people had when a scenario began. Those that came since are revoked at
 * its end: a person may have ten, and many scenarios enrol one.
 */
public final class DevicesBefore {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String origin;
  private final Map<DemoPerson, Set<String>> before = new EnumMap<>(DemoPerson.class);

  public DevicesBefore(String origin, DemoPerson... people) {
    this.origin = origin;
    for (DemoPerson person : people) {
      before.put(person, activeDevices(as(person)));
    }
  }

  /** Returns when the newer devices of this person can be written to, and write. */
  public void awaitReachable(DemoPerson person) {
    Api api = as(person);
    Set<String> newer = activeDevices(api);
    newer.removeAll(before.getOrDefault(person, Set.of()));
    assertThat(newer).as("devices of %s since the scenario began", person).isNotEmpty();
    for (String device : newer) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                Answer level = api.onDevice(device).get("/api/conversation/v1/key-packages");
                assertThat(level.status()).as(level.body()).isEqualTo(200);
                assertThat(level.json().path("available").asInt()).isPositive();
              });
    }
  }

  public void revokeNewer() {
    before.forEach(
        (person, known) -> {
          Api api = as(person);
          Set<String> newer = activeDevices(api);
          newer.removeAll(known);
          for (String device : newer) {
            assertThat(api.delete("/api/directory/v1/devices/" + device).status()).isEqualTo(204);
          }
        });
  }

  private Api as(DemoPerson person) {
    Api api = Api.at(origin).withToken(HeadlessLogin.accessToken(origin, person));
    assertThat(api.get("/api/directory/v1/me").status()).isEqualTo(200);
    return api;
  }

  private static Set<String> activeDevices(Api api) {
    Set<String> active = new HashSet<>();
    for (JsonNode device : api.get("/api/directory/v1/devices").json().path("items")) {
      if (device.path("status").asText().equals("active")) {
        active.add(device.path("id").asText());
      }
    }
    return active;
  }
}
