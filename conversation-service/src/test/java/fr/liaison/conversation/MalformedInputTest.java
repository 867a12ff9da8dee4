package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, the answer is a problem that names the place and echoes nothing. */
@QuarkusTest
class MalformedInputTest extends ServiceScene {
  private static final String MARKER = "marker-that-must-not-come-back";

  private void refused(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(400, 422);
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.raw().headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body().toString()).doesNotContain(MARKER);
  }

  @Test
  void everyPostRefusesBrokenJson() {
    Device alice = enrol();
    UUID id = group(alice);
    List<String> paths =
        List.of(
            "/v1/conversations",
            commits(id),
            messages(id),
            "/v1/conversations/" + id + "/receipts",
            "/v1/key-packages",
            "/v1/key-package-claims");
    List<String> bodies =
        List.of(
            "{", "\u0000", "nothing", "[\"" + MARKER + "\"]", "\"" + MARKER + "\"", "17", "null");
    for (String path : paths) {
      bodies.forEach(body -> refused(post(alice, path, body)));
      refused(exchange(alice, "POST", path, ""));
    }
  }

  @Test
  void everyFieldIsRefusedWhenMissingOrOfAnotherKind() {
    Device alice = enrol();
    Device bob = enrol();
    UUID id = group(alice, bob);
    UUID fresh = UUID.randomUUID();
    everyField(alice, messages(id), message(id, 1), List.of("message"));
    everyField(
        alice,
        commits(id),
        bundle(alice, id, List.of(enrol()), List.of()),
        List.of("commit", "groupInfo", "welcome"));
    everyField(
        alice,
        "/v1/conversations",
        opening(alice, fresh, "group"),
        List.of("id", "kind", "groupInfo"));
    everyField(
        alice,
        "/v1/key-packages",
        Map.of("keyPackages", List.of(TestGroups.base64(alice.keyPackage().message()))),
        List.of("keyPackages"));
    everyField(
        alice,
        "/v1/key-package-claims",
        Map.of("practitionerIds", List.of(UUID.randomUUID())),
        List.of("practitionerIds"));
  }

  private void everyField(
      Device device, String path, Map<String, Object> valid, List<String> needed) {
    for (String field : needed) {
      Map<String, Object> without = new LinkedHashMap<>(valid);
      without.remove(field);
      refused(post(device, path, without));
      for (Object wrong :
          Arrays.asList(MARKER, "!" + MARKER, "", 17, List.of(), List.of(1), true)) {
        Map<String, Object> spoilt = new LinkedHashMap<>(valid);
        spoilt.put(field, wrong);
        if (!(field.equals("keyPackages") && wrong.equals(List.of()))) {
          refused(post(device, path, spoilt));
        }
      }
    }
  }

  @Test
  void mlsBytesBrokenAnywhereAreNamedByFieldOffsetAndReason() {
    Device alice = enrol();
    UUID id = group(alice);
    byte[] message = mls.message(id, 0, 40);
    for (int length = 1; length < message.length; length += 3) {
      Map<String, Object> truncated = message(id, 0);
      truncated.put("message", base64(Arrays.copyOf(message, length)));
      Answer answer = post(alice, messages(id), truncated);
      assertThat(answer.code()).isEqualTo("malformed-mls");
      assertThat(answer.body().path("field").asText()).isEqualTo("message");
      assertThat(answer.body().path("offset").asInt()).isBetween(0, length);
      assertThat(answer.body().path("reason").asText()).isNotEmpty();
    }
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      Map<String, Object> bundle = bundle(alice, id, List.of(), List.of());
      String part = List.of("commit", "groupInfo").get(round % 2);
      byte[] bytes = Base64.getUrlDecoder().decode((String) bundle.get(part));
      bundle.put(part, base64(Arrays.copyOf(bytes, random.nextInt(bytes.length))));
      refused(post(alice, commits(id), bundle));
    }
  }

  @Test
  void pathsAndParametersOutsideTheirLimitsAreRefused() {
    Device alice = enrol();
    UUID id = group(alice);
    String log = "/v1/conversations/" + id + "/log";
    for (String query : List.of("?after=-1", "?after=x", "?limit=0", "?limit=501", "?limit=1e3")) {
      Answer answer = get(alice, log + query);
      assertThat(answer.status()).as(query).isBetween(400, 404);
    }
    assertThat(get(alice, "/v1/conversations/not-an-id").status()).isEqualTo(404);
    assertThat(
            post(alice, "/v1/conversations/" + id + "/receipts", Map.of("readUpTo", -1)).status())
        .isEqualTo(400);
    assertThat(exchange(alice, "DELETE", "/v1/welcomes/" + UUID.randomUUID(), null).status())
        .isEqualTo(404);
  }
}
