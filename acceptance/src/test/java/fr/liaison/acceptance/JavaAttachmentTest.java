package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.client.ScriptedClient;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.api.Device;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.attachment.Download;
import fr.liaison.client.attachment.DownloadOutcome;
import fr.liaison.client.attachment.SealFile;
import fr.liaison.client.attachment.SealedFile;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.attachment.Upload;
import fr.liaison.client.content.AttachmentReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encrypted files between the Java client and the real service, in a conversation of web clients.
 */
@Scenario
@Order(4)
class JavaAttachmentTest {
  private static final int SIZE = 5_000_000;
  private final URI origin;
  private ScriptedClient haddad;
  private ScriptedClient leroy;
  private ConversationId conversation;
  private AttachmentApi attachments;

  JavaAttachmentTest(Origin origin) {
    this.origin = URI.create(origin.url());
  }

  @BeforeAll
  void openAConversation() throws IOException {
    haddad = ScriptedClient.start(origin.toString(), DemoPerson.HADDAD);
    leroy = ScriptedClient.start(origin.toString(), DemoPerson.LEROY);
    conversation = ConversationId.parse(leroy.direct(leroy.find("haddad nantes")));
    String token = HeadlessLogin.accessToken(origin.toString(), DemoPerson.LEROY);
    Http http = new Http(HttpSettings.of(origin), refused -> new Answer.Done<>(token));
    Device device =
        new DirectoryApi(http)
            .devices().orThrow().stream()
                .max(Comparator.comparing(Device::enrolledAt))
                .orElseThrow();
    attachments = new AttachmentApi(http.onDevice(device.id()));
  }

  @AfterAll
  void close() {
    haddad.close();
    leroy.close();
  }

  @Test
  void aFileComesBackAsItWent(@TempDir Path folder) throws IOException {
    byte[] letter = new byte[SIZE];
    new Random(1).nextBytes(letter);
    Path source = Files.write(folder.resolve("letter"), letter);
    SealedFile sealed = SealFile.seal(source, folder.resolve("spool"));

    AttachmentId id =
        new Upload(attachments, TransferProgress.silent())
            .begin(conversation, sealed, created -> {})
            .orThrow();
    Path target = folder.resolve("copy");
    DownloadOutcome outcome =
        new Download(attachments, TransferProgress.silent()).fetch(reference(id, sealed), target);

    assertThat(outcome).isEqualTo(new DownloadOutcome.Complete(target));
    assertThat(target).hasBinaryContent(letter);
  }

  private static AttachmentReference reference(AttachmentId id, SealedFile sealed) {
    return new AttachmentReference(
        id, sealed.key(), sealed.size(), "image/png", sealed.sha256(), 1, 1, null);
  }
}
