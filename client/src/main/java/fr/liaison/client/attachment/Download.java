package fr.liaison.client.attachment;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.content.SealedReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Pause;
import fr.liaison.client.http.Problem;
import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches and opens an attachment by ranges, in constant memory, into {@code <target>.part}; it
 * gets its name when its digest is the sender's. A part left by an earlier call is gone on with.
 */
public final class Download {
  private static final int CHUNKS_PER_RANGE = 16;

  private final AttachmentApi api;
  private final TransferProgress progress;
  private final Settling settling;

  public Download(AttachmentApi api, TransferProgress progress) {
    this(api, progress, Pause.real());
  }

  Download(AttachmentApi api, TransferProgress progress, Pause pause) {
    this.api = api;
    this.progress = progress;
    this.settling = new Settling(pause);
  }

  public DownloadOutcome fetch(SealedReference reference, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    DownloadOutcome outcome;
    try (FileChannel sink =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      outcome = fetch(reference, sink, target);
    }
    switch (outcome) {
      case DownloadOutcome.Complete complete ->
          Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      case DownloadOutcome.Forged forged -> Files.delete(part);
      case DownloadOutcome.Refused refused -> {}
      case DownloadOutcome.Unreachable unreachable -> {}
    }
    return outcome;
  }

  private DownloadOutcome fetch(SealedReference reference, FileChannel sink, Path target)
      throws IOException {
    long padded = Padme.padded(reference.size());
    long count = ChunkCipher.count(padded);
    ChunkCipher cipher = new ChunkCipher(reference.key());
    long first = Math.min(sink.size() / ChunkCipher.CHUNK, count - 1);
    sink.truncate(first * ChunkCipher.CHUNK);
    sink.position(sink.size());
    while (first < count) {
      long end = Math.min(first + CHUNKS_PER_RANGE, count);
      long from = first * ChunkCipher.SEALED_CHUNK;
      long to = Math.min(end * ChunkCipher.SEALED_CHUNK, ChunkCipher.sealedLength(padded));
      switch (settling.ask(() -> api.range(reference.id(), from, to))) {
        case Answer.Done<Bytes>(Bytes range) -> {
          if (range.length() != to - from
              || !open(cipher, range, new Span(first, end, count), reference.size(), sink)) {
            return new DownloadOutcome.Forged();
          }
        }
        case Answer.Refused<Bytes>(Problem problem) -> {
          return new DownloadOutcome.Refused(problem);
        }
        case Answer.Unreachable<Bytes>() -> {
          return new DownloadOutcome.Unreachable();
        }
      }
      first = end;
      progress.moved(Math.min(sink.position(), reference.size()), reference.size());
    }
    sink.force(true);
    return digest(sink).equals(reference.sha256())
        ? new DownloadOutcome.Complete(target)
        : new DownloadOutcome.Forged();
  }

  /** Chunks {@code first} up to {@code end} of {@code count}. */
  private record Span(long first, long end, long count) {}

  private static boolean open(
      ChunkCipher cipher, Bytes range, Span span, long size, FileChannel sink) throws IOException {
    byte[] sealed = range.toArray();
    for (long index = span.first(); index < span.end(); index++) {
      int offset = (int) (index - span.first()) * ChunkCipher.SEALED_CHUNK;
      int length = Math.min(ChunkCipher.SEALED_CHUNK, sealed.length - offset);
      Optional<byte[]> chunk =
          cipher.open(sealed, offset, length, index, index == span.count() - 1);
      if (chunk.isEmpty()) {
        return false;
      }
      long real = Math.clamp(size - index * ChunkCipher.CHUNK, 0, chunk.get().length);
      ByteBuffer bytes = ByteBuffer.wrap(chunk.get(), 0, (int) real);
      while (bytes.hasRemaining()) {
        sink.write(bytes);
      }
    }
    return true;
  }

  private static Bytes digest(FileChannel file) throws IOException {
    MessageDigest digest = SealFile.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(ChunkCipher.CHUNK);
    for (long at = 0; at < file.size(); at += buffer.limit()) {
      buffer.clear();
      if (file.read(buffer, at) < 0) {
        break;
      }
      digest.update(buffer.flip());
    }
    return Bytes.of(digest.digest());
  }
}
