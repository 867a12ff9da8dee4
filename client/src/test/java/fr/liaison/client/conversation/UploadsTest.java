package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way when a program ends. */
class UploadsTest extends ThreePrograms {
  @Test
  void anUploadCutHalfWayGoesOnWithTheSameBytesAfterARestart(@TempDir Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("lettre.pdf"), new byte[3_000_000]);
    ConversationId id = ada.group(bob);
    bob.sync();
    Error killed = new AssertionError("killed");
    assertThatThrownBy(
            () ->
                ada.messenger.sendFile(
                    id,
                    OutgoingFile.pdf(file),
                    false,
                    (bytes, total) -> {
                      throw killed;
                    }))
        .isSameAs(killed);
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(delivery.uploads.values()).singleElement().returns(1 << 20, one -> one.size());

    ada = ada.restarted();
    ada.sync();
    ada.sync();
    bob.sync();

    assertThat(delivery.count("POST uploads")).isEqualTo(1);
    assertThat(bob.texts(id)).containsExactly("lettre.pdf");
    assertThat(ada.store.read(StoredUpload::all)).isEmpty();
    assertThat(ada.store.beside("spool")).isEmptyDirectory();
  }

  @Test
  void whatTheServerDroppedIsBegunAgain(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("lettre.pdf"), new byte[3_000_000]);
    ConversationId id = ada.group(bob);
    delivery.uploadLimit = 2_000_000;
    assertThat(send(id, file)).isInstanceOf(SendOutcome.Queued.class);
    delivery.uploads.clear();
    delivery.uploadLimit = Integer.MAX_VALUE;

    ada.sync();
    bob.sync();

    assertThat(bob.texts(id)).containsExactly("lettre.pdf");
    assertThat(ada.texts(id)).containsExactly("lettre.pdf");
  }

  @Test
  void aFileOnItsWayFollowsIntoTheSuccessor(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("lettre.pdf"), new byte[3_000_000]);
    ConversationId id = ada.group(bob);
    bob.sync();
    delivery.uploadLimit = 2_000_000;
    assertThat(send(id, file)).isInstanceOf(SendOutcome.Queued.class);
    delivery.uploadLimit = Integer.MAX_VALUE;
    ConversationId successor = ((OpenOutcome.Opened) bob.messenger.refound(id)).conversation();

    ada.sync();
    bob.sync();

    assertThat(bob.texts(successor)).containsExactly("lettre.pdf");
    assertThat(delivery.count("POST uploads")).isEqualTo(2);
  }

  @Test
  void aLostSpoolIsToldAndForgotten(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("lettre.pdf"), new byte[3_000_000]);
    ConversationId id = ada.group(bob);
    delivery.uploadLimit = 2_000_000;
    assertThat(send(id, file)).isInstanceOf(SendOutcome.Queued.class);
    try (var spools = Files.list(ada.store.beside("spool"))) {
      Files.delete(spools.findFirst().orElseThrow());
    }

    ada.sync();

    assertThat(ada.notices)
        .anyMatch(
            one ->
                one instanceof Notice.NotSent lost && lost.problem().code().equals("spool-lost"));
    assertThat(ada.store.read(StoredUpload::all)).isEmpty();
  }

  @Test
  void spoolsNobodyKnowsOfAreRemovedAtTheStart() throws IOException {
    Path spool = Files.createDirectories(ada.store.beside("spool"));
    Files.write(spool.resolve("orphan"), new byte[] {1});

    ada = ada.restarted();

    assertThat(spool).isEmptyDirectory();
  }

  private SendOutcome send(ConversationId id, Path file) throws IOException {
    return ada.messenger.sendFile(id, OutgoingFile.pdf(file), false, TransferProgress.silent());
  }
}
