package fr.liaison.client.conversation;

import fr.liaison.client.attachment.SealedFile;
import fr.liaison.client.attachment.Spool;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.attachment.Upload;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.DocumentReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.StoredUpload;
import fr.liaison.client.store.StoredUpload.Described;
import fr.liaison.client.store.StoredUpload.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way. A file is sealed once, into a spool beside the store, and its record stored
 * before the first byte leaves: whenever the program ends, the next one goes on with the same
 * ciphertext. Spool and record go when the message that refers to the file waits no more.
 */
final class Uploads {
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  private final Desk desk;
  private final Turn turn;
  private final Messenger messenger;
  private final Spool spool;
  private final Set<MessageId> busy = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread running;

  Uploads(Desk desk, Turn turn, Messenger messenger) {
    this.desk = desk;
    this.turn = turn;
    this.messenger = messenger;
    this.spool = new Spool(desk.store().beside("spool"));
    try {
      spool.keepOnly(all().stream().map(one -> one.id().toString()).collect(Collectors.toSet()));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  SendOutcome send(ConversationId id, OutgoingFile file, boolean urgent, TransferProgress progress)
      throws IOException {
    MessageId message = Messenger.newId();
    busy.add(message);
    try {
      SealedFile sealed = spool.seal(file.file(), message.toString());
      StoredUpload upload =
          new StoredUpload(
              message,
              id,
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              urgent,
              new Sealed(sealed.key(), sealed.size(), sealed.sha256()),
              new Described(file.name(), file.mediaType(), file.caption()),
              null,
              false);
      desk.store().change(upload::save);
      SendOutcome outcome = carry(upload, progress);
      sweep();
      return outcome;
    } finally {
      busy.remove(message);
    }
  }

  /** Whether a file is still to be uploaded for this message. */
  boolean isWaiting(MessageId message) {
    return desk.store()
        .read(reader -> StoredUpload.find(reader, message))
        .filter(one -> !one.queued())
        .isPresent();
  }

  /** Goes on with everything that is not being worked on; what is hopeless is told. */
  void resume() {
    for (StoredUpload upload : all()) {
      if (!upload.queued() && busy.add(upload.id())) {
        try {
          resume(upload);
        } finally {
          busy.remove(upload.id());
        }
      }
    }
    sweep();
  }

  private void resume(StoredUpload upload) {
    try {
      if (carry(upload, TransferProgress.silent()) instanceof SendOutcome.Refused(Problem problem)
          && !wasQueued(upload.id())) {
        turn.run(
            () ->
                desk.notices()
                    .add(
                        new Notice.NotSent(
                            upload.conversation(), upload.id(), Optional.empty(), problem)));
      }
    } catch (IOException interruptedOrUnreadable) {
      // The record stays: the next round finds out whether the spool is there.
    }
  }

  /** Then it was a message, and whoever took it out of the outbox has told. */
  private boolean wasQueued(MessageId id) {
    return desk.store()
        .read(reader -> StoredUpload.find(reader, id))
        .filter(StoredUpload::queued)
        .isPresent();
  }

  void run() {
    running = Thread.currentThread();
    try {
      while (stopped.getCount() > 0) {
        resume();
        var _ = stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException | Interrupted stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** A transfer ends at once: the next program goes on with it. */
  void stop() {
    stopped.countDown();
    Thread transferring = running;
    if (transferring != null) {
      transferring.interrupt();
    }
  }

  /** Into the conversation as it is now: an upload belongs to the one it was begun for. */
  private SendOutcome carry(StoredUpload begun, TransferProgress progress) throws IOException {
    StoredUpload upload = begun;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ConversationId current = messenger.current(upload.conversation());
      if (!current.equals(upload.conversation())) {
        upload = saved(upload.again(current));
      }
      if (!spool.holds(upload.id().toString(), upload.sealed().size())) {
        return refused(upload, Problem.named(410, "spool-lost"));
      }
      Answer<AttachmentId> answer = transfer(upload, progress);
      if (answer instanceof Answer.Refused<AttachmentId>(Problem problem)
          && !ChangeGroup.isPassing(problem)) {
        return refused(upload, problem);
      }
      if (!(answer instanceof Answer.Done<AttachmentId>(AttachmentId attachment))) {
        return new SendOutcome.Queued(upload.id());
      }
      Optional<SendOutcome> sent = queue(upload.named(attachment), attachment);
      if (sent.isPresent()) {
        return sent.get();
      }
    }
    return new SendOutcome.Queued(begun.id());
  }

  /** What the server dropped meanwhile is begun again, from the same spool. */
  private Answer<AttachmentId> transfer(StoredUpload upload, TransferProgress progress)
      throws IOException {
    Upload uploading = new Upload(desk.attachments(), progress);
    SealedFile sealed = sealed(upload);
    AttachmentId begun = upload.attachment();
    if (begun != null) {
      Answer<AttachmentId> resumed = uploading.resume(begun, sealed);
      if (!(resumed instanceof Answer.Refused<AttachmentId>(Problem problem))
          || (problem.status() != 404 && problem.status() != 410)) {
        return resumed;
      }
    }
    return uploading.begin(upload.conversation(), sealed, created -> saved(upload.named(created)));
  }

  /** Empty when the conversation was succeeded while the file was on its way. */
  private Optional<SendOutcome> queue(StoredUpload upload, AttachmentId attachment) {
    return turn.take(
        () ->
            messenger.current(upload.conversation()).equals(upload.conversation())
                ? Optional.of(
                    messenger.send(
                        upload.conversation(),
                        content(upload, attachment),
                        List.of(attachment),
                        upload.urgent(),
                        transaction -> upload.asQueued().save(transaction)))
                : Optional.empty());
  }

  private SendOutcome refused(StoredUpload upload, Problem problem) throws IOException {
    desk.store().change(transaction -> StoredUpload.drop(transaction, upload.id()));
    spool.drop(upload.id().toString());
    return new SendOutcome.Refused(problem);
  }

  /** The message is in the log, or never will be: nobody needs the spool any more. */
  private void sweep() {
    List<MessageId> over = desk.store().read(Uploads::over);
    for (MessageId id : over) {
      try {
        spool.drop(id.toString());
        desk.store().change(transaction -> StoredUpload.drop(transaction, id));
      } catch (IOException later) {
        // Tried again with the next sweep.
      }
    }
  }

  private static List<MessageId> over(StoreReader reader) {
    Set<MessageId> waiting =
        Pending.messages(reader).stream()
            .flatMap(id -> Outbox.waiting(reader, id).stream())
            .map(one -> one.message().id())
            .collect(Collectors.toSet());
    return StoredUpload.all(reader).stream()
        .filter(StoredUpload::queued)
        .map(StoredUpload::id)
        .filter(id -> !waiting.contains(id))
        .toList();
  }

  private List<StoredUpload> all() {
    return desk.store().read(StoredUpload::all);
  }

  private StoredUpload saved(StoredUpload upload) {
    desk.store().change(upload::save);
    return upload;
  }

  private SealedFile sealed(StoredUpload upload) {
    Sealed sealed = upload.sealed();
    return new SealedFile(
        spool.path(upload.id().toString()), sealed.key(), sealed.size(), sealed.sha256());
  }

  private static Content content(StoredUpload upload, AttachmentId attachment) {
    Described described = upload.described();
    DocumentReference reference =
        new DocumentReference(
            attachment,
            upload.sealed().key(),
            upload.sealed().size(),
            described.mediaType(),
            upload.sealed().sha256(),
            described.name());
    return new Content.Document(
        upload.id(), upload.writtenAt().toString(), reference, described.caption());
  }
}
