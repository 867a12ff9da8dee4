package fr.liaison.attachment.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Ledger;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class ResumableUploadTest {
  private static final int MIB = 1024 * 1024;

  @Inject Scene scene;
  @Inject Ledger ledger;
  private TusClient client;
  private UUID conversation;

  @BeforeEach
  void twoPeopleTalk() {
    Person alice = scene.somebody();
    client = new TusClient(alice);
    conversation = scene.conversationOf(alice, scene.somebody());
  }

  @Test
  void aWholeUploadIsStoredRecordedAndDownloaded() {
    byte[] bytes = random(3 * MIB + 17);

    UUID upload = client.create(conversation, bytes.length);
    HttpResponse<String> appended = client.append(upload, 0, bytes);

    assertThat(appended.statusCode()).isEqualTo(204);
    assertThat(appended.headers().firstValue("Upload-Offset")).contains("" + bytes.length);
    assertThat(appended.headers().firstValue("Tus-Resumable")).contains("1.0.0");
    assertThat(ledger.state(upload)).isEqualTo("complete");
    assertThat(ledger.events(upload)).containsExactly("fr.liaison.attachment-stored.v1");
    assertThat(ledger.acts(upload)).containsExactly("attachment.upload success");
    assertThat(client.download(upload).body()).isEqualTo(bytes);
  }

  @Test
  void anUploadCutAtRandomPlacesIsResumedWithoutLoss() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] bytes = random(5 * MIB + 12345);
    UUID upload = client.create(conversation, bytes.length);

    for (int cut = 0; cut < 12; cut++) {
      long offset = settledOffset(upload);
      if (offset == bytes.length) {
        break;
      }
      int left = (int) (bytes.length - offset);
      int sent = Math.min(left, random.nextInt(cut % 3 == 0 ? 2_000 : MIB));
      client.appendAndVanish(upload, offset, bytes, sent);
    }
    long offset = settledOffset(upload);
    int status =
        client
            .append(upload, offset, Arrays.copyOfRange(bytes, (int) offset, bytes.length))
            .statusCode();

    assertThat(status).as("seed %d", seed).isEqualTo(204);
    assertThat(client.download(upload).body()).as("seed %d", seed).isEqualTo(bytes);
    assertThat(ledger.text("select count(*)::text from slice where attachment_id = $1", upload))
        .as("many small requests make few objects")
        .satisfies(count -> assertThat(Integer.parseInt(count)).isLessThan(20));
  }

  @Test
  void slicesThatWereDurableBeforeTheCutAreKept() throws IOException {
    byte[] bytes = random(3 * MIB);
    UUID upload = client.create(conversation, bytes.length);

    try (Socket cut = client.appendAndHang(upload, 0, bytes, MIB + 1000)) {
      await().untilAsserted(() -> assertThat(ledger.received(upload)).isEqualTo(MIB));
      assertThat(cut.isConnected()).isTrue();
    }

    long offset = settledOffset(upload);
    assertThat(offset).isBetween((long) MIB, MIB + 1000L);
    byte[] rest = Arrays.copyOfRange(bytes, (int) offset, bytes.length);
    assertThat(client.append(upload, offset, rest).statusCode()).isEqualTo(204);
    assertThat(client.download(upload).body()).isEqualTo(bytes);
  }

  @Test
  void aServiceKilledInTheMiddleOfASliceTellsTheLastDurableOffset() {
    byte[] bytes = random(2 * MIB);
    UUID upload = client.create(conversation, bytes.length);
    client.append(upload, 0, Arrays.copyOf(bytes, MIB));
    // What kill -9 leaves: an object named but not committed, and a lease nobody renews.
    ledger.run(
        "insert into stored_object (key, attachment_id, state) values ($1, $2, 'staged')",
        "left-behind-" + upload,
        upload);
    ledger.run(
        """
        update attachment set writer = $2, writer_until = clock_timestamp() + interval '1 hour'
        where id = $1
        """,
        upload,
        UUID.randomUUID());

    assertThat(client.offset(upload)).isEqualTo(MIB);
    HttpResponse<String> tooSoon =
        client.append(upload, MIB, Arrays.copyOfRange(bytes, MIB, 2 * MIB));
    assertThat(tooSoon.statusCode()).isEqualTo(409);
    assertThat(tooSoon.headers().firstValue("Retry-After")).isPresent();
    ledger.run(
        "update attachment set writer_until = clock_timestamp() + interval '1 second' where id = $1",
        upload);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        client
                            .append(upload, MIB, Arrays.copyOfRange(bytes, MIB, 2 * MIB))
                            .statusCode())
                    .isEqualTo(204));
    assertThat(client.download(upload).body()).isEqualTo(bytes);
  }

  @Test
  void aSecondRequestMayNotAppendBesideTheFirst() throws IOException {
    byte[] bytes = random(2 * MIB);
    UUID upload = client.create(conversation, bytes.length);

    try (Socket first = client.appendAndHang(upload, 0, bytes, 1000)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          ledger.text(
                              "select (writer is not null)::text from attachment where id = $1",
                              upload))
                      .isEqualTo("true"));
      HttpResponse<String> second = client.append(upload, 0, bytes);
      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(second.body()).contains("\"code\":\"conflict\"");
      assertThat(first.isConnected()).isTrue();
    }
  }

  @Test
  void aDeadRequestLosesItsLeaseAndCannotCommitLater() throws IOException {
    byte[] bytes = random(MIB + 500);
    UUID upload = client.create(conversation, bytes.length);

    try (Socket dead = client.appendAndHang(upload, 0, bytes, 1000)) {
      await()
          .untilAsserted(
              () -> assertThat(client.append(upload, 0, bytes).statusCode()).isEqualTo(204));
      dead.getOutputStream().write(bytes, 1000, 5000);
      dead.getOutputStream().flush();
    }

    assertThat(client.download(upload).body()).isEqualTo(bytes);
    assertThat(client.offset(upload)).isEqualTo(bytes.length);
  }

  @Test
  void aStoreThatReturnsOtherBytesIsNoticedBeforeCompletion() {
    byte[] bytes = random(2 * MIB);
    UUID upload = client.create(conversation, bytes.length);
    client.append(upload, 0, Arrays.copyOf(bytes, MIB));
    ledger.run(
        "update slice set sha256 = decode(repeat('00', 32), 'hex') where attachment_id = $1",
        upload);

    HttpResponse<String> last = client.append(upload, MIB, Arrays.copyOfRange(bytes, MIB, 2 * MIB));

    assertThat(last.statusCode()).isEqualTo(503);
    assertThat(client.offset(upload)).isZero();
    assertThat(ledger.state(upload)).isEqualTo("receiving");
    assertThat(client.append(upload, 0, bytes).statusCode()).isEqualTo(204);
    assertThat(client.download(upload).body()).isEqualTo(bytes);
  }

  /** The offset once the request before has been noticed as cut and its lease is free. */
  private long settledOffset(UUID upload) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ledger.text(
                            "select (writer is null)::text from attachment where id = $1", upload))
                    .isEqualTo("true"));
    return client.offset(upload);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
