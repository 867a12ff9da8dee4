package fr.liaison.client.attachment;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Pause;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Resumable upload by tus 1.0: the server says how much it has, we send the rest. Lost connections
 * are bridged as long as every few attempts get something across.
 */
public final class Upload {
  private static final int PART = 1 << 20;
  private static final int FRUITLESS = 4;

  private final AttachmentApi api;
  private final TransferProgress progress;
  private final Settling settling;

  public Upload(AttachmentApi api, TransferProgress progress) {
    this(api, progress, Pause.real());
  }

  Upload(AttachmentApi api, TransferProgress progress, Pause pause) {
    this.api = api;
    this.progress = progress;
    this.settling = new Settling(pause);
  }

  /** Starts a new upload; {@code created} hears its name before the first byte goes out. */
  public Answer<AttachmentId> begin(
      ConversationId conversation, SealedFile file, UploadSink created) throws IOException {
    Answer<AttachmentId> named = settling.ask(() -> api.create(conversation, file.sealedLength()));
    if (!(named instanceof Answer.Done<AttachmentId>(AttachmentId id))) {
      return named;
    }
    created.created(id);
    return send(id, file, 0);
  }

  /** Goes on with one begun earlier; refused with 404 or 410 when the server dropped it. */
  public Answer<AttachmentId> resume(AttachmentId id, SealedFile file) throws IOException {
    return switch (api.offset(id)) {
      case Answer.Done<Long>(Long offset) -> send(id, file, offset);
      case Answer.Refused<Long>(Problem problem) -> new Answer.Refused<>(problem);
      case Answer.Unreachable<Long>() -> new Answer.Unreachable<>();
    };
  }

  private Answer<AttachmentId> send(AttachmentId id, SealedFile file, long from)
      throws IOException {
    long total = file.sealedLength();
    try (FileChannel source = FileChannel.open(file.ciphertext(), StandardOpenOption.READ)) {
      if (source.size() != total) {
        throw new IOException("the spool is not the sealed file");
      }
      long offset = from;
      int fruitless = 0;
      while (offset < total) {
        Answer<Long> moved = part(id, source, offset, total);
        if (!(moved instanceof Answer.Done<Long>(Long next))) {
          return moved.map(none -> id);
        }
        fruitless = next > offset ? 0 : fruitless + 1;
        if (fruitless > FRUITLESS || next > total) {
          return new Answer.Unreachable<>();
        }
        offset = next;
        progress.moved(offset, total);
      }
      return new Answer.Done<>(id);
    }
  }

  /** Where the server stands after one more part; asks it when the answer got lost. */
  private Answer<Long> part(AttachmentId id, FileChannel source, long offset, long total)
      throws IOException {
    Answer<Long> moved = api.append(id, offset, read(source, offset, total));
    return switch (moved) {
      case Answer.Done<Long> done -> done;
      case Answer.Unreachable<Long>() -> api.offset(id);
      case Answer.Refused<Long>(Problem problem) -> passes(problem) ? api.offset(id) : moved;
    };
  }

  /** Another attempt got further than we knew, or the service was busy. */
  private static boolean passes(Problem problem) {
    return problem.is(ProblemType.UPLOAD_OFFSET_MISMATCH)
        || problem.is(ProblemType.UNAVAILABLE)
        || problem.is(ProblemType.TOO_MANY_REQUESTS);
  }

  private static Bytes read(FileChannel source, long offset, long total) throws IOException {
    ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART, total - offset));
    while (part.hasRemaining()) {
      if (source.read(part, offset + part.position()) < 0) {
        throw new IOException("the spool ended early");
      }
    }
    return Bytes.of(part.array());
  }
}
