package fr.liaison.audit.checkpoint;

import fr.liaison.audit.AuditConfig;
import fr.liaison.audit.tlog.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The last checkpoint this log ever signed, in a file no backup restores. Replaced whole, flushed
 * before it counts, and only by whoever knows what it held: two publishers cannot sign apart.
 */
@ApplicationScoped
public class CheckpointLock {

  private final Path file;

  CheckpointLock(AuditConfig config) {
    this.file = config.lockFile().toAbsolutePath();
  }

  /** The last signed checkpoint; empty before the first. */
  public Optional<SignedNote> read() {
    try {
      return Optional.of(SignedNote.parse(Files.readString(file)));
    } catch (NoSuchFileException first) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Puts the next checkpoint in the place of the expected one; false when it was another. */
  public synchronized boolean replace(Optional<SignedNote> expected, SignedNote next) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel guard =
              FileChannel.open(
                  sibling(".guard"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var exclusive = guard.lock()) {
        if (!exclusive.isValid() || !read().equals(expected)) {
          return false;
        }
        Path draft = sibling(".draft");
        flush(draft, next.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        flushFolder();
        return true;
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path sibling(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void flush(Path draft, String content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A rename survives a power cut only once the folder itself is flushed. */
  private void flushFolder() throws IOException {
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
