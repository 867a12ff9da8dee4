package fr.liaison.attachment.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.AttachmentService;
import fr.liaison.attachment.Ledger;
import fr.liaison.attachment.Scene;
import fr.liaison.attachment.Scene.Person;
import fr.liaison.attachment.TusClient;
import fr.liaison.test.LeakCheck;
import fr.liaison.test.ObjectStoreResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class TusRefusalsTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  @Inject Scene scene;
  @Inject Ledger ledger;
  private Person alice;
  private Person bob;
  private TusClient client;
  private UUID conversation;

  @BeforeEach
  void twoPeopleTalk() {
    alice = scene.somebody();
    bob = scene.somebody();
    client = new TusClient(alice);
    conversation = scene.conversationOf(alice, bob);
  }

  @Test
  void optionsTellVersionExtensionsAndLargestSizeWithoutAToken() {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(TusClient.uri("/v1/uploads"))
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
    assertThat(answer.headers().firstValue("Tus-Extension")).contains("creation,termination");
    assertThat(answer.headers().firstValue("Tus-Max-Size")).contains("1073741824");
  }

  @Test
  void anotherVersionOfTusIsRefusedWithTheOneSpoken() {
    HttpResponse<String> answer =
        client.send(
            client
                .to("/v1/uploads")
                .header("Tus-Resumable", "0.2.2")
                .header("Upload-Length", "5")
                .POST(BodyPublishers.noBody()));

    assertRefused(answer, 412, "upload-version");
    assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
  }

  @Test
  void aRequestWithoutTokenIsRefused() {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(TusClient.uri("/v1/uploads"))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "5")
                .POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "abc", "1e6", "0", "99999999999999999999999", "0x10", "1 1", "+5"})
  void aLengthThatIsNotAPositiveNumberIsMalformed(String length) {
    HttpResponse<String> answer =
        client.send(
            client
                .tus("/v1/uploads")
                .header("Upload-Length", length)
                .header("Liaison-Conversation", conversation.toString())
                .POST(BodyPublishers.noBody()));

    assertRefused(answer, 400, "malformed-upload");
    assertThat(answer.body()).contains("Upload-Length");
    if (length.length() > 2) {
      assertThat(answer.body()).doesNotContain('"' + length);
    }
  }

  @Test
  void missingOrUnreadableHeadersAreNamed() {
    assertRefused(
        client.send(
            client
                .tus("/v1/uploads")
                .header("Liaison-Conversation", conversation.toString())
                .POST(BodyPublishers.noBody())),
        400,
        "malformed-upload");
    assertRefused(
        client.send(
            client
                .tus("/v1/uploads")
                .header("Upload-Length", "5")
                .header("Liaison-Conversation", "1-1-1-1-1")
                .POST(BodyPublishers.noBody())),
        400,
        "malformed-upload");
    assertRefused(
        client.send(
            client
                .tus("/v1/uploads")
                .header("Upload-Length", "5")
                .header("Upload-Defer-Length", "1")
                .header("Liaison-Conversation", conversation.toString())
                .POST(BodyPublishers.noBody())),
        400,
        "malformed-upload");
    HttpResponse<String> named =
        client.send(
            client
                .tus("/v1/uploads")
                .header("Upload-Length", "5")
                .header("Upload-Metadata", "filename cGF0aWVudC5wZGY=")
                .header("Liaison-Conversation", conversation.toString())
                .POST(BodyPublishers.noBody()));
    assertRefused(named, 400, "malformed-upload");
    assertThat(named.body()).doesNotContain("cGF0aWVudC5wZGY=");
  }

  @Test
  void anUnreadableOffsetIsMalformedAndAWrongOneSaysWhereTheUploadStands() {
    UUID upload = client.create(conversation, 10);
    client.append(upload, 0, new byte[4]);

    assertRefused(
        client.send(
            client
                .tus("/v1/uploads/" + upload)
                .header("Upload-Offset", "four")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(new byte[6]))),
        400,
        "malformed-upload");
    HttpResponse<String> elsewhere = client.append(upload, 5, new byte[5]);
    assertRefused(elsewhere, 409, "upload-offset-mismatch");
    assertThat(elsewhere.body()).contains("\"offset\":4");
    assertThat(client.offset(upload)).isEqualTo(4);
  }

  @Test
  void anotherContentTypeIsNotTaken() {
    UUID upload = client.create(conversation, 10);

    HttpResponse<String> answer =
        client.send(
            client
                .tus("/v1/uploads/" + upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofByteArray(new byte[10])));

    assertRefused(answer, 415, "unsupported-media-type");
  }

  @Test
  void moreBytesThanAnnouncedAreTooLarge() {
    UUID upload = client.create(conversation, 10);

    assertRefused(client.append(upload, 0, new byte[11]), 413, "too-large");
    assertRefused(
        client.append(
            upload, 0, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[11]))),
        413,
        "too-large");
    assertThat(client.offset(upload)).isZero();
    assertRefused(client.announce(conversation, 2L << 30), 413, "too-large");
  }

  @Test
  void theQuotasOfADeviceAreKept() {
    client.create(conversation, 600L << 20);
    HttpResponse<String> bytes = client.announce(conversation, 600L << 20);
    assertRefused(bytes, 429, "too-many-requests");
    assertThat(bytes.headers().firstValue("Retry-After")).contains("900");
    assertThat(bytes.headers().firstValue("RateLimit-Policy"))
        .contains("\"upload\";q=1073741824;w=86400;qu=\"content-bytes\"");
    assertThat(bytes.headers().firstValue("RateLimit")).contains("\"upload\";r=0;t=900");
    client.create(conversation, 1);
    client.create(conversation, 1);
    assertRefused(client.announce(conversation, 1), 429, "too-many-requests");
    assertThat(new TusClient(bob).announce(conversation, 1).statusCode()).isEqualTo(201);
  }

  @Test
  void strangersFindNothingAndLeaveATrace() {
    UUID attachment = client.upload(conversation, random(500));
    TusClient stranger = new TusClient(scene.somebody());

    assertRefused(stranger.announce(conversation, 5), 404, "not-found");
    assertThat(stranger.head(attachment).statusCode()).isEqualTo(404);
    assertRefused(stranger.append(attachment, 500, new byte[1]), 404, "not-found");
    assertRefused(stranger.terminate(attachment), 404, "not-found");
    assertThat(stranger.download(attachment).statusCode()).isEqualTo(404);
    assertThat(new TusClient(bob).head(attachment).statusCode())
        .as("an upload belongs to its device")
        .isEqualTo(404);
    assertThat(ledger.acts(attachment))
        .filteredOn(act -> act.contains("refused"))
        .containsExactly(
            "attachment.upload refused",
            "attachment.upload refused",
            "attachment.delete refused",
            "attachment.download refused",
            "attachment.upload refused");
  }

  @Test
  void whoLeftTheConversationLosesAccessAtOnce() {
    UUID attachment = client.upload(conversation, random(500));
    TusClient bobs = new TusClient(bob);
    assertThat(bobs.download(attachment).statusCode()).isEqualTo(200);

    scene.roster(conversation, 2, alice);
    scene.roster(conversation, 1, alice, bob);

    assertThat(bobs.download(attachment).statusCode()).isEqualTo(404);
    assertThat(client.download(attachment).statusCode()).isEqualTo(200);
    assertThat(bobs.announce(conversation, 5).statusCode()).isEqualTo(404);
  }

  @Test
  void aRevokedDeviceIsRefused() {
    UUID attachment = client.upload(conversation, random(500));

    scene.revoke(alice);

    assertThat(client.download(attachment).statusCode()).isEqualTo(403);
    assertRefused(client.announce(conversation, 5), 403, "device-revoked");
    assertRefused(client.append(attachment, 500, new byte[0]), 403, "device-revoked");
  }

  @Test
  void anotherPersonsDeviceIsRefused() {
    Person thief = new Person(bob.account(), bob.practitioner(), alice.device());

    assertRefused(new TusClient(thief).announce(conversation, 5), 403, "device-unknown");
  }

  @Test
  void aTerminatedUploadIsGoneAndItsBytesWithIt() {
    UUID upload = client.upload(conversation, random(500));

    assertThat(client.terminate(upload).statusCode()).isEqualTo(204);

    assertThat(client.head(upload).statusCode()).isEqualTo(410);
    assertRefused(client.append(upload, 500, new byte[0]), 410, "gone");
    assertRefused(client.terminate(upload), 410, "gone");
    assertThat(client.download(upload).statusCode()).isEqualTo(410);
    assertThat(ledger.acts(upload)).contains("attachment.delete success");
  }

  @Test
  void anAttachmentAMessageRefersToIsNotTerminated() {
    UUID upload = client.upload(conversation, random(500));
    scene.message(conversation, upload);

    assertRefused(client.terminate(upload), 409, "conflict");
    assertThat(client.download(upload).statusCode()).isEqualTo(200);
  }

  @Test
  void aMessageOfAnotherConversationLinksNothing() {
    UUID upload = client.upload(conversation, random(500));

    scene.message(scene.conversationOf(alice, scene.somebody()), upload);

    assertThat(ledger.isLinked(upload)).isFalse();
  }

  @Test
  void aPostMayStandForPatch() {
    UUID upload = client.create(conversation, 3);

    HttpResponse<String> answer =
        client.send(
            client
                .tus("/v1/uploads/" + upload)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[3])));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(ledger.state(upload)).isEqualTo("complete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "00000000-0000-0000-0000-00000000000g"
      })
  void anIdThatIsNoUuidNamesNothing(String id) {
    assertThat(client.send(client.tus("/v1/uploads/" + id).HEAD()).statusCode()).isEqualTo(404);
    assertThat(client.send(client.to("/v1/attachments/" + id).GET()).statusCode()).isEqualTo(404);
  }

  @Test
  void noNoiseInHeadersMakesTheServiceFail() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    UUID upload = client.create(conversation, 100);
    for (int round = 0; round < 60; round++) {
      byte[] noise = new byte[1 + random.nextInt(40)];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) (0x21 + random.nextInt(0x5E));
      }
      String value = new String(noise, StandardCharsets.ISO_8859_1);
      HttpResponse<String> answer =
          client.send(
              client
                  .tus("/v1/uploads/" + upload)
                  .header("Upload-Offset", random.nextBoolean() ? value : "0")
                  .header("Upload-Checksum", value)
                  .header("Range", value)
                  .header("Content-Type", "application/offset+octet-stream")
                  .method("PATCH", BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as("seed %d, value %s", seed, value).isLessThan(500);
      HttpResponse<String> created =
          client.send(
              client
                  .tus("/v1/uploads")
                  .header("Upload-Length", value)
                  .header(
                      "Liaison-Conversation",
                      random.nextBoolean() ? value : conversation.toString())
                  .POST(BodyPublishers.noBody()));
      // Now and then noise is a length: that upload begins, and is no failure either.
      assertThat(created.statusCode()).as("seed %d, value %s", seed, value).isLessThan(500);
    }
  }

  @Test
  void nothingACallerSendsIsEchoedOrLogged() {
    String marker = leaks.marker();
    leaks.planted(alice.token().substring(0, 60));
    UUID upload = client.create(conversation, 100);

    HttpResponse<String> created =
        client.send(
            client
                .tus("/v1/uploads?name=" + marker)
                .header("Upload-Length", marker)
                .header("Upload-Metadata", marker)
                .header("Liaison-Conversation", marker)
                .POST(BodyPublishers.noBody()));
    HttpResponse<String> appended =
        client.append(upload, 0, marker.repeat(4).getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> downloaded = client.download(upload, "Range", marker, "If-Range", marker);

    assertThat(created.statusCode()).isEqualTo(400);
    assertThat(created.body()).doesNotContain(marker);
    assertThat(appended.body()).doesNotContain(marker);
    assertThat(new String(downloaded.body(), StandardCharsets.UTF_8)).doesNotContain(marker);
  }

  static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + '"');
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
