package fr.liaison.attachment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Ledger;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.attachment.blob.BlobStoreUnavailable;
import fr.liaison.test.KafkaResource;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TestServer;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweepTest.WithKafka.class)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class SweepTest {
  /** Kafka is there; nothing is read from it but what a test says was read. */
  public static class WithKafka extends AttachmentService {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.remove("kafka.bootstrap.servers");
      return overrides;
    }
  }

  @Inject Scene scene;
  @Inject Ledger ledger;
  @Inject Sweeper sweeper;
  @Inject ConversationTopic topic;
  private TusClient client;
  private UUID conversation;

  @BeforeEach
  void twoPeopleTalk() {
    Person alice = scene.somebody();
    client = new TusClient(alice);
    conversation = scene.conversationOf(alice, scene.somebody());
    topic.isReadToItsEnd();
    scene.eventOf(Instant.now());
  }

  @Test
  void whatNoMessageRefersToIsRemovedWithProof() {
    UUID pending = client.upload(conversation, new byte[200_000]);
    UUID unfinished = client.create(conversation, 10);
    client.append(unfinished, 0, new byte[4]);
    UUID young = client.upload(conversation, new byte[10]);
    Set<String> objects = ledger.objectsOf(pending);
    assertThat(ledger.bucket()).containsAll(objects);
    ledger.age(pending, "2 hours");
    ledger.age(unfinished, "2 hours");

    sweeper.sweep();

    assertThat(ledger.state(pending)).isEqualTo("deleted");
    assertThat(ledger.state(unfinished)).isEqualTo("deleted");
    assertThat(ledger.state(young)).isEqualTo("complete");
    assertThat(ledger.bucket()).doesNotContainAnyElementsOf(objects);
    assertThat(ledger.bucket()).containsAll(ledger.objectsOf(young));
    assertThat(ledger.acts(pending))
        .containsExactly("attachment.upload success", "attachment.delete success");
    assertThat(ledger.events(pending))
        .containsExactly("fr.liaison.attachment-stored.v1", "fr.liaison.attachment-deleted.v1");
    assertThat(client.download(pending).statusCode()).isEqualTo(410);
  }

  @Test
  void whileEventsWaitInKafkaTheAttachmentsTheyMayReferToStay() {
    UUID complete = client.upload(conversation, new byte[100]);
    ledger.age(complete, "40 days");
    topic.holdsOneMore();

    sweeper.sweep();
    assertThat(client.download(complete).statusCode()).isEqualTo(200);

    topic.isReadToItsEnd();
    sweeper.sweep();
    assertThat(ledger.state(complete)).isEqualTo("deleted");
  }

  @Test
  void whileNoLaterEventWasPublishedTheAttachmentsThatMessagesMayReferToStay() {
    UUID complete = client.upload(conversation, new byte[100]);
    ledger.age(complete, "3 hours");
    ledger.run("delete from conversation_horizon");
    scene.eventOf(Instant.now().minus(Duration.ofMinutes(150)));

    sweeper.sweep();
    assertThat(client.download(complete).statusCode()).isEqualTo(200);

    scene.eventOf(Instant.now());
    sweeper.sweep();
    assertThat(ledger.state(complete)).isEqualTo("deleted");
  }

  @Test
  void whereNoEventsComeAnymoreWhatNoMessageRefersToIsRemovedInTheEnd() {
    UUID complete = client.upload(conversation, new byte[100]);
    UUID younger = client.upload(conversation, new byte[100]);
    ledger.age(complete, "31 days");
    ledger.age(younger, "29 days");
    ledger.run("delete from conversation_horizon");

    sweeper.sweep();

    assertThat(ledger.state(complete)).isEqualTo("deleted");
    assertThat(ledger.state(younger)).isEqualTo("complete");
  }

  @Test
  void whatAMessageRefersToStays() {
    UUID linked = client.upload(conversation, new byte[100]);
    scene.message(conversation, linked, UUID.randomUUID());
    ledger.age(linked, "30 days");

    sweeper.sweep();

    assertThat(client.download(linked).statusCode()).isEqualTo(200);
  }

  @Test
  void anUploadThatIsNeverFinishedIsRemovedEvenWhenAMessageRefersToIt() {
    UUID unfinished = client.create(conversation, 10);
    scene.message(conversation, unfinished);
    ledger.age(unfinished, "2 hours");

    sweeper.sweep();

    assertThat(ledger.state(unfinished)).isEqualTo("deleted");
  }

  @Test
  void sweepingTwiceLeavesNoOrphanAndRepeatsNothing() {
    UUID gone = client.upload(conversation, new byte[100]);
    client.terminate(gone);

    sweeper.sweep();
    sweeper.sweep();

    assertThat(ledger.objectsOf(gone)).isEmpty();
    assertThat(ledger.events(gone)).containsOnlyOnce("fr.liaison.attachment-deleted.v1");
  }

  @Test
  void anObjectStagedAndForgottenIsReapedOnlyWhenNobodyCanBeWritingIt() {
    UUID upload = client.create(conversation, 10);
    String fresh = "fresh-" + upload;
    String old = "old-" + upload;
    ledger.run(
        "insert into stored_object (key, attachment_id, state) values ($1, $2, 'staged')",
        fresh,
        upload);
    ledger.run(
        """
        insert into stored_object (key, attachment_id, state, staged_at)
        values ($1, $2, 'staged', clock_timestamp() - interval '1 hour')
        """,
        old,
        upload);

    sweeper.sweep();

    assertThat(ledger.objectsOf(upload)).containsExactly(fresh);
  }

  @Test
  void anAbsentStoreDelaysRemovalAndLosesNothing() {
    UUID gone = client.upload(conversation, new byte[100]);
    client.terminate(gone);
    TestServer.objectStore().stop();
    try {
      assertThatThrownBy(sweeper::sweep).isInstanceOf(BlobStoreUnavailable.class);
      assertThat(ledger.state(gone)).isEqualTo("doomed");
    } finally {
      TestServer.objectStore().start();
    }

    sweeper.sweep();

    assertThat(ledger.state(gone)).isEqualTo("deleted");
  }
}
