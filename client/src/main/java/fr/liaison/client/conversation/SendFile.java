package fr.liaison.client.conversation;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.attachment.SealFile;
import fr.liaison.client.attachment.SealedFile;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.attachment.Upload;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.DocumentReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Seals a file into a spool, uploads it, and sends the message that refers to it. The spool goes
 * whatever happens; an upload that no message ever refers to is swept by the server.
 */
final class SendFile {
  private final AttachmentApi attachments;
  private final Messenger messenger;

  SendFile(AttachmentApi attachments, Messenger messenger) {
    this.attachments = attachments;
    this.messenger = messenger;
  }

  SendOutcome send(ConversationId id, OutgoingFile file, boolean urgent, TransferProgress progress)
      throws IOException {
    Path folder = Files.createTempDirectory("liaison-spool");
    Path spool = folder.resolve("sealed");
    try {
      SealedFile sealed = SealFile.seal(file.file(), spool);
      return switch (new Upload(attachments, progress).begin(id, sealed, created -> {})) {
        case Answer.Done<AttachmentId>(AttachmentId attachment) ->
            messenger.send(id, content(file, sealed, attachment), List.of(attachment), urgent);
        case Answer.Refused<AttachmentId>(Problem problem) -> new SendOutcome.Refused(problem);
        case Answer.Unreachable<AttachmentId> unreachable -> new SendOutcome.Unreachable();
      };
    } finally {
      Files.deleteIfExists(spool);
      Files.delete(folder);
    }
  }

  private static Content content(OutgoingFile file, SealedFile sealed, AttachmentId attachment) {
    DocumentReference reference =
        new DocumentReference(
            attachment,
            sealed.key(),
            sealed.size(),
            file.mediaType(),
            sealed.sha256(),
            file.name());
    return new Content.Document(Messenger.newId(), Messenger.now(), reference, file.caption());
  }
}
