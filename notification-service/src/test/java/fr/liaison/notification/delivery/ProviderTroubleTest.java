package fr.liaison.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.notification.NotificationService;
import fr.liaison.notification.Scene;
import fr.liaison.notification.Scene.Person;
import fr.liaison.notification.TestKeys;
import fr.liaison.notification.delivery.ScriptedPushService.Answer;
import fr.liaison.notification.delivery.ScriptedPushService.Request;
import fr.liaison.test.LeakCheck;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(NotificationService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class ProviderTroubleTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  @Inject Scene scene;
  private ScriptedPushService provider;
  private Person sender;
  private Person recipient;

  @BeforeEach
  void theRecipientHasSubscribed() throws IOException {
    scene.forgetSubscriptions();
    provider = ScriptedPushService.start();
    sender = scene.somebody();
    recipient = scene.somebody();
    subscribe(recipient, provider.endpoint("phone"));
  }

  @AfterEach
  void stopProvider() {
    provider.close();
  }

  @Test
  void aPushCarriesUrgencyTopicAndLifetimeAndNoMoreBytesThanTheConstantNeeds() {
    scene.message("urgent", sender, recipient);
    await().untilAsserted(() -> assertThat(provider.requests()).hasSize(1));

    Request push = provider.requests().getFirst();
    assertThat(push.urgency()).isEqualTo("high");
    assertThat(push.topic()).isEqualTo("liaison-urgent");
    assertThat(Long.parseLong(push.ttl())).isBetween(86_000L, 86_400L);
    assertThat(push.type()).isEqualTo("aes128gcm");
    assertThat(push.length())
        .as("header, seven bytes, delimiter, tag")
        .isEqualTo(86 + "{\"v\":1}".length() + 1 + 16);
  }

  @Test
  void aFailingProviderIsTriedAgainUntilItTakesThePush() {
    provider.answer(Answer.status(503), Answer.status(500), Answer.retryAfter(429, "nonsense"));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests()).hasSize(4));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
    assertThat(scene.acts(recipient).getLast()).isEqualTo("notification.push success");
    assertThat(provider.requests().getFirst().urgency()).isEqualTo("normal");
  }

  @Test
  void retryAfterIsHonoured() {
    provider.answer(Answer.retryAfter(429, "2"));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests()).hasSize(2));
    List<Request> requests = provider.requests();
    assertThat(Duration.between(requests.get(0).at(), requests.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
  }

  @Test
  void aProviderThatIsDownGetsThePushOnceItIsUp() throws IOException {
    int port = provider.port();
    provider.close();
    scene.message("urgent", sender, recipient);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        scene.count(
                            "select count(*) from push where device_id = $1 and attempts >= 2",
                            recipient.device()))
                    .isEqualTo(1));

    provider = ScriptedPushService.start(port);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(1));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  @Test
  void aSubscriptionRenewedDuringTheCallIsNotDropped() {
    HttpRequest.Builder renewal =
        scene.subscription(
            recipient, provider.endpoint("renewed"), TestKeys.point(), TestKeys.secret());
    provider.answer(
        Answer.status(410)
            .after(() -> assertThat(scene.send(renewal).statusCode()).isEqualTo(204)));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests("renewed")).hasSize(1));
    assertThat(scene.isSubscribed(recipient)).isTrue();
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  @Test
  void notFoundDropsTheSubscriptionToo() {
    provider.answer(Answer.status(404));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(scene.isSubscribed(recipient)).isFalse());
  }

  @Test
  void aPushTheProviderRefusesIsGivenUpAndTheSubscriptionKept() {
    provider.answer(Answer.status(400));

    scene.message("routine", sender, recipient);

    await()
        .untilAsserted(
            () -> assertThat(scene.acts(recipient)).contains("notification.push refused 400"));
    assertThat(scene.pending(recipient)).isZero();
    assertThat(scene.isSubscribed(recipient)).isTrue();
  }

  @Test
  void aRedirectIsNotFollowed() {
    provider.answer(Answer.location(307, provider.endpoint("inside")));

    scene.message("routine", sender, recipient);

    await()
        .untilAsserted(
            () -> assertThat(scene.acts(recipient)).contains("notification.push refused 307"));
    assertThat(provider.requests("inside")).isEmpty();
  }

  @Test
  void aMessageThatComesDuringAPushIsAnnouncedToo() {
    provider.answer(Answer.status(201).after(() -> scene.message("routine", sender, recipient)));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(2));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  @Test
  void anUrgentMessageThatComesDuringAFailingRoutinePushDoesNotWaitForItsPause() {
    provider.answer(
        Answer.retryAfter(503, "60").after(() -> scene.message("urgent", sender, recipient)));

    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(2));
    assertThat(provider.requests().getLast().urgency()).isEqualTo("high");
  }

  @Test
  void aRoutineMessageThatComesDuringAFailingPushKeepsItsPause() {
    provider.answer(
        Answer.retryAfter(503, "60").after(() -> scene.message("routine", sender, recipient)));

    scene.message("routine", sender, recipient);

    aPushIsPutBack();
    assertThat(
            scene.count(
                """
                select count(*) from push
                where device_id = $1 and due_at > clock_timestamp() + interval '30 seconds'
                """,
                recipient.device()))
        .isEqualTo(1);
  }

  @Test
  void aDeviceWhoseNewStreamEndsBeforeItAcknowledgedIsWoken() {
    provider.answer(Answer.retryAfter(503, "60"));
    scene.message("urgent", sender, recipient);
    aPushIsPutBack();

    scene.connects(recipient);
    assertThat(scene.pending(recipient)).isZero();
    scene.disconnects(recipient);

    await().untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(2));
    assertThat(provider.requests().getLast().urgency()).isEqualTo("high");
  }

  @Test
  void aDeviceWhoseNewStreamIsDeadIsWokenAfterAGrace() {
    provider.answer(Answer.retryAfter(503, "60"));
    scene.message("routine", sender, recipient);
    aPushIsPutBack();

    scene.connects(recipient);

    await().untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(2));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  @Test
  void aDeviceThatWasWokenAndConnectsOwesNothingForThat() {
    scene.message("routine", sender, recipient);
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());

    scene.connects(recipient);
    scene.disconnects(recipient);

    assertThat(scene.pending(recipient)).isZero();
    assertThat(provider.requests("phone")).hasSize(1);
  }

  @Test
  void aPushThatIsNoLongerWorthItIsGivenUp() {
    provider.answer(Answer.retryAfter(503, "60"));
    scene.run(
        """
        insert into push (device_id, urgent, due_at, expires_at)
        values ($1, false, clock_timestamp(), clock_timestamp() + interval '5 seconds')
        """,
        recipient.device());

    await()
        .untilAsserted(
            () -> assertThat(scene.acts(recipient)).contains("notification.push refused expired"));
    assertThat(scene.pending(recipient)).isZero();
  }

  @Test
  void anUrgentPushDoesNotWaitBehindRoutineOnes() {
    CountDownLatch release = new CountDownLatch(1);
    Person[] crowd = IntStream.range(0, 8).mapToObj(i -> scene.somebody()).toArray(Person[]::new);
    for (Person one : crowd) {
      subscribe(one, provider.endpoint("crowd-" + one.device()));
    }
    // Both routine places are taken by calls that do not return.
    provider.answer(stuck(release), stuck(release));
    scene.message("routine", sender, crowd);
    await().untilAsserted(() -> assertThat(provider.requests()).hasSize(2));

    scene.message("urgent", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests("phone")).hasSize(1));
    assertThat(provider.requests()).hasSize(3);
    release.countDown();
  }

  @Test
  void neitherEndpointNorKeysAreLoggedWhateverFails() {
    String secret = leaks.marker();
    Bytes point = TestKeys.point();
    leaks.planted(point.toBase64Url());
    scene.send(scene.subscription(recipient, provider.endpoint(secret), point, TestKeys.secret()));
    scene.send(scene.put(recipient, "{\"endpoint\":\"" + secret + "\",\"p256dh\":\"" + secret));
    provider.answer(Answer.status(500), Answer.status(403));

    scene.message("urgent", sender, recipient);

    await().untilAsserted(() -> assertThat(provider.requests(secret)).hasSize(2));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  private void aPushIsPutBack() {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        scene.count(
                            "select count(*) from push"
                                + " where device_id = $1 and attempts = 1 and claim is null",
                            recipient.device()))
                    .isEqualTo(1));
  }

  private static Answer stuck(CountDownLatch release) {
    return Answer.status(201)
        .after(
            () -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void subscribe(Person person, String endpoint) {
    assertThat(scene.subscribe(person, endpoint, TestKeys.point(), TestKeys.secret()).statusCode())
        .isEqualTo(204);
  }
}
