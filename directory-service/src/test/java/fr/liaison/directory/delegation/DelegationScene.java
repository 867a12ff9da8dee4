package fr.liaison.directory.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.database.Database;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Three doctors, and how one asks another to stand in. */
abstract class DelegationScene extends RunningService {
  static final String DELEGATIONS = "/v1/delegations";

  @Inject Events events;
  @Inject Database database;

  final LocalDate today = LocalDate.now(Replacements.ZONE);

  @AfterEach
  void forgetDelegations() {
    database.run(transaction -> transaction.update("delete from delegation"));
  }

  Api claire() {
    return practitioner(CLAIRE_MOREAU);
  }

  Api karim() {
    return practitioner(KARIM_BENALI);
  }

  Api zoe() {
    return practitioner(ZOE_LEFEVRE);
  }

  static Map<String, Object> asking(String locum, LocalDate from, LocalDate to) {
    return new HashMap<>(
        Map.of("locumId", idOf(locum), "startsOn", from.toString(), "endsOn", to.toString()));
  }

  /** From today for so many days more. */
  Api.Answer propose(Api api, String locum, int days) {
    return api.post(DELEGATIONS, asking(locum, today, today.plusDays(days)));
  }

  String proposed(Api api, String locum, int days) {
    Api.Answer answer = propose(api, locum, days);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  static Api.Answer accept(Api api, String id) {
    return api.post(DELEGATIONS + "/" + id + "/acceptance", Map.of());
  }

  String agreed(Api api, String locum, int days) {
    String id = proposed(api, locum, days);
    assertThat(accept(practitioner(locum), id).status()).isEqualTo(200);
    return id;
  }

  static Api.Answer end(Api api, String id) {
    return api.delete(DELEGATIONS + "/" + id);
  }

  /** What one of the two sees of it. */
  static JsonNode seen(Api api, String id) {
    for (JsonNode one : api.get(DELEGATIONS).body().path("items")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("not listed");
  }

  /** What the card says of it to somebody else. */
  JsonNode replacement(String nationalId) {
    Api reader = practitioner(JULIE_PETIT);
    return reader.get("/v1/practitioners/" + idOf(nationalId)).body().path("replacement");
  }
}
