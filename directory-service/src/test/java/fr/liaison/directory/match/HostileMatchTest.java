package fr.liaison.directory.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test asks as somebody else, since rows are counted by account. */
@QuarkusTest
class HostileMatchTest extends RunningService {
  private static final String PATH = "/v1/practitioners/matches";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"rows\":null}",
        "{\"rows\":[]}",
        "{\"rows\":{}}",
        "{\"rows\":\"a\"}",
        "{\"rows\":[null]}",
        "{\"rows\":[1]}",
        "{\"rows\":[{}]}",
        "{\"rows\":[{\"familyName\":\"MOREAU\"}]}",
        "{\"rows\":[{\"familyName\":\"MOREAU\",\"givenName\":\" \"}]}",
        "{\"rows\":[{\"town\":\"Nantes\"}]}",
        "{\"rows\":[{\"rpps\":{\"a\":1}}]}",
        "{\"rows\":[{\"familyName\":[\"a\"],\"givenName\":\"b\"}]}",
        "{\"rows\":[",
      })
  void whatIsNoListIsRefused(String body) {
    assertThat(practitioner(NADIA_HADDAD).postText(PATH, "application/json", body).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mssante", "rpps", "familyName", "givenName", "profession", "postalCode", "town"})
  void aTextOfTenKilobytesIsRefusedByItsPlaceAndNotEchoed(String field) {
    Map<String, Object> row = new HashMap<>(Map.of("mssante", "a@b.example"));
    row.put(field, "q".repeat(10_000));

    Api.Answer answer =
        practitioner(NADIA_HADDAD)
            .post(PATH, Map.of("rows", List.of(Map.of("mssante", "a@b.example"), row)));

    assertThat(answer.code()).isEqualTo("invalid-parameter");
    assertThat(answer.body().get("field").asText()).isEqualTo("rows[1]." + field);
    assertThat(answer.raw().body()).doesNotContain("qqqq");
  }

  @Test
  void moreRowsOrBytesThanAllowedAreRefused() {
    Map<String, String> row = Map.of("rpps", "99700219001");
    assertThat(
            practitioner(NADIA_HADDAD)
                .post(PATH, Map.of("rows", Collections.nCopies(201, row)))
                .code())
        .isEqualTo("invalid-parameter");
    assertThat(
            practitioner(NADIA_HADDAD)
                .postText(PATH, "application/json", "{\"x\":\"" + "q".repeat(70_000) + "\"}")
                .status())
        .isEqualTo(413);
  }

  static Stream<Map<String, String>> oddRows() {
    return Stream.of(
        Map.of("mssante", "a\u0000b@c.example"),
        Map.of("mssante", "' or 1=1 --"),
        Map.of("mssante", "%"),
        Map.of("mssante", "*@*.*"),
        Map.of("rpps", "%"),
        Map.of("rpps", "\u0669\u0669\u0667\u0660\u0660\u0662\u0661\u0669\u0660\u0660\u0661"),
        Map.of("familyName", "\u0000", "givenName", "\u0000"),
        Map.of("familyName", "*", "givenName", "*"),
        Map.of("familyName", "?", "givenName", "%"),
        Map.of("familyName", "\u202eUAEROM\u202c", "givenName", "\u202eerialC\u202c"),
        Map.of("familyName", "\ud83d\ude00", "givenName", "\ud800"),
        Map.of("familyName", "[a TO z]", "givenName", "name:*"),
        Map.of(
            "familyName", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
            "givenName", "a a a a a a a a a a a a a a a a a a a a"),
        Map.of("mssante", "x@y.example", "town", "\u0000", "postalCode", "%%%%%"));
  }

  @ParameterizedTest
  @MethodSource("oddRows")
  void wildcardsControlsAndForeignScriptsMatchNobodyForCertain(Map<String, String> row) {
    Api.Answer answer = practitioner(KARIM_BENALI).post(PATH, Map.of("rows", List.of(row)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/items/0/confidence").asText()).isNotEqualTo("certain");
  }

  @Test
  void theSameRowAgainAndAgainIsAnsweredEachTimeTheSame() {
    Map<String, String> row = Map.of("rpps", KARIM_BENALI.substring(1));

    JsonNode items =
        practitioner(INES_CARON)
            .post(PATH, Map.of("rows", Collections.nCopies(200, row)))
            .body()
            .get("items");

    assertThat(items).hasSize(200);
    assertThat(items.valueStream().distinct()).hasSize(1);
  }

  @Test
  void manyAtOnceAreAnsweredOrToldToComeBack() throws Exception {
    Map<String, String> row =
        Map.of("familyName", "LEFEBVRE", "givenName", "Sophie", "town", "Nantes");
    Callable<Api.Answer> call =
        () -> practitioner(YANN_TREGUER).post(PATH, Map.of("rows", Collections.nCopies(30, row)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<JsonNode> answered = new ArrayList<>();
      for (Future<Api.Answer> future : threads.invokeAll(Collections.nCopies(12, call))) {
        Api.Answer answer = future.get();
        assertThat(answer.status()).isIn(200, 429);
        if (answer.status() == 429) {
          assertThat(answer.raw().headers().firstValue("Retry-After")).hasValue("1");
        } else {
          answered.add(answer.body());
        }
      }
      assertThat(answered).isNotEmpty();
      assertThat(answered.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void rowsAreCountedByAccountSoThatTheRegisterIsNotReadThroughIt() {
    Map<String, String> row = Map.of("rpps", "12345678901");
    Map<String, Object> full = Map.of("rows", Collections.nCopies(200, row));
    Api zoe = practitioner(ZOE_LEFEVRE);
    for (int i = 0; i < 30; i++) {
      assertThat(zoe.post(PATH, full).status()).isEqualTo(200);
    }

    Api.Answer refused = zoe.post(PATH, Map.of("rows", List.of(row)));

    assertThat(refused.code()).isEqualTo("too-many-requests");
    long wait = Long.parseLong(refused.raw().headers().firstValue("Retry-After").orElseThrow());
    assertThat(wait).isBetween(60L, 3601L);
    assertThat(practitioner(THOMAS_ROUSSEAU).post(PATH, full).status()).isEqualTo(200);
  }

  @Test
  void onlyProfessionalsOfTheRegisterMayAsk() {
    Map<String, Object> body = Map.of("rows", List.of(Map.of("rpps", "12345678901")));
    assertThat(Api.nobody().post(PATH, body).status()).isEqualTo(401);
    assertThat(administrator().post(PATH, body).status()).isEqualTo(403);
    assertThat(
            Api.as(TestTokens.account("officer", "compliance-officer")).post(PATH, body).status())
        .isEqualTo(403);
    assertThat(Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF)).post(PATH, body).status())
        .isEqualTo(403);
  }
}
