package fr.liaison.attachment.download;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AttachmentService.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
@QuarkusTestResource(TokensResource.class)
class RangedDownloadTest {
  private static final int MIB = 1024 * 1024;
  private static final int SIZE = 2 * MIB + 100;

  @Inject Scene scene;
  @Inject Ledger ledger;
  private byte[] bytes;
  private TusClient reader;
  private UUID attachment;

  @BeforeEach
  void oneHasSentAnAttachmentToTheOther() {
    Person sender = scene.somebody();
    Person recipient = scene.somebody();
    bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    attachment = new TusClient(sender).upload(scene.conversationOf(sender, recipient), bytes);
    reader = new TusClient(recipient);
  }

  @Test
  void theWholeComesWithItsHashAsValidator() throws Exception {
    HttpResponse<byte[]> whole = reader.download(attachment);

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    String etag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(bytes);
    assertThat(whole.headers().firstValue("ETag")).contains(etag);
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
    assertThat(ledger.acts(attachment))
        .containsExactly("attachment.upload success", "attachment.download success");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-1048575, 0, 1048575",
    "bytes=1048575-1048576, 1048575, 1048576",
    "bytes=1048576-1048576, 1048576, 1048576",
    "bytes=1000000-2097200, 1000000, 2097200",
    "bytes=2097151-, 2097151, 2097251",
    "bytes=-100, 2097152, 2097251",
    "bytes=2097251-9999999999, 2097251, 2097251",
  })
  void oneRangeIsComposedAcrossSlices(String range, int first, int last) {
    HttpResponse<byte[]> part = reader.download(attachment, "Range", range);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes " + first + "-" + last + "/" + SIZE);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=2097252-", "bytes=-0", "bytes=99999999999999999999-"})
  void aRangeBeyondTheEndIsNotSatisfiable(String range) {
    HttpResponse<byte[]> answer = reader.download(attachment, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(new String(answer.body())).contains("range-not-satisfiable").contains("" + SIZE);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
  }

  @Test
  void severalRangesGetTheWhole() {
    assertThat(reader.download(attachment, "Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
  }

  @Test
  void aRangeOfAnotherVersionGetsTheWhole() {
    String etag = reader.download(attachment).headers().firstValue("ETag").orElseThrow();

    assertThat(
            reader.download(attachment, "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
    assertThat(reader.download(attachment, "Range", "bytes=0-1", "If-Range", etag).statusCode())
        .isEqualTo(206);
  }

  @Test
  void aKnownVersionIsNotSentAgain() {
    String etag = reader.download(attachment).headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = reader.download(attachment, "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void headDescribesWithoutSending() {
    HttpResponse<String> head = reader.send(reader.to("/v1/attachments/" + attachment).HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
    assertThat(head.headers().firstValue("ETag")).isPresent();
    assertThat(ledger.acts(attachment)).containsExactly("attachment.upload success");
  }

  @Test
  void anUnfinishedUploadIsNotThereYet() {
    Person sender = scene.somebody();
    TusClient client = new TusClient(sender);
    UUID upload = client.create(scene.conversationOf(sender), 10);
    client.append(upload, 0, new byte[5]);

    assertThat(client.download(upload).statusCode()).isEqualTo(404);
  }
}
