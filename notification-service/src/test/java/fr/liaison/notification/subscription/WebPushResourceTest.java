package fr.liaison.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.notification.NotificationService;
import fr.liaison.notification.Scene;
import fr.liaison.notification.Scene.Person;
import fr.liaison.notification.TestKeys;
import fr.liaison.notification.vapid.Vapid;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(NotificationService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class WebPushResourceTest {
  private static final String ENDPOINT = "https://push.example.test/send/";

  @Inject Scene scene;
  @Inject Vapid vapid;
  private Person alice;

  @BeforeEach
  void someoneHasADevice() {
    alice = scene.somebody();
  }

  @Test
  void theKeyToSubscribeWithIsOurVapidKey() {
    HttpResponse<String> answer = scene.send(scene.to(alice, "/v1/web-push"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"publicKey\":\"" + vapid.publicKey() + "\"}");
    assertThat(Bytes.parse(vapid.publicKey()).length()).isEqualTo(65);
  }

  @Test
  void aSubscriptionIsKeptRenewedAndDropped() {
    assertThat(subscribe(alice, ENDPOINT + "a").statusCode()).isEqualTo(204);
    assertThat(subscribe(alice, ENDPOINT + "b").statusCode()).isEqualTo(204);
    assertThat(scene.isSubscribed(alice)).isTrue();

    HttpResponse<String> dropped =
        scene.send(scene.to(alice, "/v1/web-push/subscription").DELETE());

    assertThat(dropped.statusCode()).isEqualTo(204);
    assertThat(scene.isSubscribed(alice)).isFalse();
    assertThat(scene.acts(alice))
        .containsExactly(
            "notification.subscribe success",
            "notification.subscribe success",
            "notification.unsubscribe success");
  }

  @Test
  void anEndpointBelongsToTheDeviceThatNamedItLast() {
    Person sameBrowser = scene.somebody();
    subscribe(alice, ENDPOINT + "shared");

    subscribe(sameBrowser, ENDPOINT + "shared");

    assertThat(scene.isSubscribed(alice)).isFalse();
    assertThat(scene.isSubscribed(sameBrowser)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https:",
        "push",
        "http://push.example.test/x",
        "ftp://push.example.test/x",
        "https://10.0.0.1/x",
        "https://2130706433/x",
        "https://[fd00::1]/x",
        "https://user:secret@push.example.test/x",
        "https://push.example.test/x#part",
        "https://push.example.test:0/x",
        "https://metadata/latest",
        "https://push.example.test\\\\@10.0.0.1/",
        "https://push_service.example.test/x",
        "https://push.example.test/a b",
        "javascript:alert(1)",
        "file:///etc/passwd"
      })
  void anEndpointThatIsNoPublicHttpsUrlIsRefused(String endpoint) {
    HttpResponse<String> answer = subscribe(alice, endpoint);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"invalid-parameter\"").contains("endpoint");
    if (endpoint.length() > 10) {
      assertThat(answer.body()).doesNotContain(endpoint.substring(8));
    }
    assertThat(scene.isSubscribed(alice)).isFalse();
  }

  @Test
  void keysOfAnotherSizeOrOffTheCurveAreRefused() {
    byte[] off = TestKeys.point().toArray();
    off[64] ^= 1;

    assertField(scene.subscribe(alice, ENDPOINT, Bytes.of(off), TestKeys.secret()), "p256dh");
    assertField(
        scene.subscribe(alice, ENDPOINT, Bytes.of(new byte[65]), TestKeys.secret()), "p256dh");
    assertField(
        scene.subscribe(alice, ENDPOINT, Bytes.of(new byte[64]), TestKeys.secret()), "p256dh");
    assertField(scene.subscribe(alice, ENDPOINT, TestKeys.point(), Bytes.of(new byte[15])), "auth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "42",
        "{}",
        "{\"endpoint\":null}",
        "{\"endpoint\":\"https://push.example.test/x\",\"p256dh\":\"***\",\"auth\":\"AA\"}",
        "{\"endpoint\":{},\"p256dh\":[],\"auth\":7}"
      })
  void aBodyThatCannotBeReadIsABadRequest(String body) {
    HttpResponse<String> answer = scene.send(scene.put(alice, body));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("***");
  }

  @Test
  void noiseIsNeverAServerError() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String sound =
        "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"%s\"}"
            .formatted(ENDPOINT, TestKeys.point().toBase64Url(), TestKeys.secret().toBase64Url());
    for (int round = 0; round < 80; round++) {
      StringBuilder broken = new StringBuilder(sound);
      for (int i = 0; i <= random.nextInt(4); i++) {
        broken.setCharAt(random.nextInt(broken.length()), (char) (1 + random.nextInt(0x2FF)));
      }
      assertThat(scene.send(scene.put(alice, broken.toString())).statusCode())
          .as("seed %d, round %d", seed, round)
          .isLessThan(500);
    }
  }

  @Test
  void aTooLargeBodyIsRefused() {
    assertThat(
            scene
                .send(scene.put(alice, "{\"endpoint\":\"" + "a".repeat(20_000) + "\"}"))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void whoIsNotLoggedInOrActsThroughARevokedDeviceIsRefused() {
    assertThat(scene.send(HttpRequest.newBuilder(Scene.uri("/v1/web-push"))).statusCode())
        .isEqualTo(401);
    scene.revoke(alice);

    HttpResponse<String> answer = subscribe(alice, ENDPOINT);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("device-revoked");
  }

  private HttpResponse<String> subscribe(Person person, String endpoint) {
    return scene.subscribe(person, endpoint, TestKeys.point(), TestKeys.secret());
  }

  private static void assertField(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }
}
