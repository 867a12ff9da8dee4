package fr.liaison.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.notification.NotificationService;
import fr.liaison.notification.Scene;
import fr.liaison.notification.Scene.Person;
import fr.liaison.notification.vapid.Vapid;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.PushServer;
import fr.liaison.test.PushServer.Subscription;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotificationService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class PushDeliveryTest {
  private static PushServer server;

  @Inject Scene scene;
  @Inject Vapid vapid;
  private Person sender;
  private Person recipient;
  private Subscription phone;

  @BeforeAll
  static void startPushServer() throws IOException {
    server = PushServer.start();
  }

  @AfterAll
  static void stopPushServer() {
    server.close();
  }

  @BeforeEach
  void theRecipientHasSubscribed() throws IOException {
    sender = scene.somebody();
    recipient = scene.somebody();
    phone = subscribed(recipient);
  }

  @Test
  void anAbsentDeviceGetsExactlyTheConstantPayload() {
    scene.message("routine", sender, recipient);

    await().untilAsserted(() -> assertThat(server.received(phone)).containsExactly("{\"v\":1}"));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
    assertThat(scene.acts(recipient))
        .containsExactly("notification.subscribe success", "notification.push success");
  }

  @Test
  void theSendersOwnDeviceIsNotWoken() throws IOException {
    Subscription own = subscribed(sender);

    scene.message("routine", sender, sender, recipient);

    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
    assertThat(server.received(own)).isEmpty();
  }

  @Test
  void aConnectedDeviceThatAcknowledgesIsNotWoken() throws IOException {
    Person other = scene.somebody();
    Subscription others = subscribed(other);
    scene.connects(recipient);
    scene.message("routine", sender, recipient);
    scene.acknowledges(recipient);

    scene.connects(other);
    scene.message("routine", sender, other);

    await().untilAsserted(() -> assertThat(server.received(others)).hasSize(1));
    assertThat(server.received(phone)).isEmpty();
  }

  @Test
  void aConnectedDeviceThatStaysSilentIsWokenAfterAGrace() {
    scene.connects(recipient);

    scene.message("urgent", sender, recipient);

    assertThat(scene.pending(recipient)).isZero();
    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
  }

  @Test
  void aDeviceThatLeavesWithAMessageUnacknowledgedIsWokenAtOnce() {
    scene.connects(recipient);
    scene.message("routine", sender, recipient);

    scene.disconnects(recipient);

    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
  }

  @Test
  void anAcknowledgementOfAnOlderMessageLeavesTheNewerOneOwed() {
    UUID conversation = UUID.randomUUID();
    scene.connects(recipient);

    scene.tell(
        accepted(conversation, 1),
        accepted(conversation, 2),
        new ReceiptMoved(conversation, recipient.practitioner(), recipient.device(), 1, 1));

    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
  }

  @Test
  void anAcknowledgementInOneConversationLeavesWhatIsOwedInAnother() {
    UUID quiet = UUID.randomUUID();
    UUID lively = UUID.randomUUID();
    scene.connects(recipient);
    scene.tell(accepted(quiet, 1), accepted(lively, 8));

    scene.tell(new ReceiptMoved(lively, recipient.practitioner(), recipient.device(), 8, 0));

    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
  }

  @Test
  void aDeviceThatConnectsNeedsNoPushAnyMore() {
    scene.run(
        """
        insert into push (device_id, urgent, due_at, expires_at)
        values ($1, false, clock_timestamp() + interval '1 hour', clock_timestamp() + interval '1 day')
        """,
        recipient.device());

    scene.connects(recipient);

    assertThat(scene.pending(recipient)).isZero();
  }

  @Test
  void anOlderPresenceDoesNotUndoALaterOne() {
    scene.connects(recipient);
    scene.run(
        "update presence set at = at + interval '1 hour' where device_id = $1", recipient.device());

    scene.disconnects(recipient);

    assertThat(
            scene.count(
                "select count(*) from presence where device_id = $1 and connected",
                recipient.device()))
        .isEqualTo(1);
  }

  @Test
  void manyMessagesMakeOnePendingPush() {
    scene.run(
        "update subscription set endpoint = 'http://127.0.0.1:1/' || device_id where device_id = $1",
        recipient.device());

    for (int i = 0; i < 20; i++) {
      scene.message(i == 10 ? "urgent" : "routine", sender, recipient);
    }

    assertThat(scene.pending(recipient)).isEqualTo(1);
    assertThat(
            scene.count(
                "select count(*) from push where device_id = $1 and urgent and generation = 20",
                recipient.device()))
        .isEqualTo(1);
  }

  @Test
  void anExpiredSubscriptionIsDropped() {
    server.expire(phone);

    scene.message("urgent", sender, recipient);

    await().untilAsserted(() -> assertThat(scene.isSubscribed(recipient)).isFalse());
    assertThat(scene.pending(recipient)).isZero();
    assertThat(scene.acts(recipient)).contains("notification.push refused subscription-gone");
  }

  @Test
  void aClaimLeftByAKilledProcessRunsOutAndThePushIsSent() {
    scene.run(
        """
        insert into push (device_id, urgent, due_at, expires_at, claim, claimed_until)
        values ($1, false, clock_timestamp(), clock_timestamp() + interval '1 day', $2,
                clock_timestamp() + interval '1 second')
        """,
        recipient.device(),
        UUID.randomUUID());

    await().untilAsserted(() -> assertThat(server.received(phone)).hasSize(1));
    await().untilAsserted(() -> assertThat(scene.pending(recipient)).isZero());
  }

  @Test
  void aRevokedDeviceIsForgotten() {
    scene.revoke(recipient);

    scene.message("urgent", sender, recipient);

    assertThat(scene.isSubscribed(recipient)).isFalse();
    assertThat(scene.pending(recipient)).isZero();
  }

  private MessageAccepted accepted(UUID conversation, long sequence) {
    return new MessageAccepted(
        conversation,
        sequence,
        1,
        sender.device(),
        "routine",
        List.of(),
        List.of(recipient.device()));
  }

  private Subscription subscribed(Person person) throws IOException {
    Subscription subscription = server.subscribe(vapid.publicKey());
    assertThat(
            scene
                .subscribe(
                    person,
                    subscription.endpoint(),
                    Bytes.parse(subscription.p256dh()),
                    Bytes.parse(subscription.auth()))
                .statusCode())
        .isEqualTo(204);
    return subscription;
  }
}
