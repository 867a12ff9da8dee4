package fr.liaison.platform.layout;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher that runs a run directory; the kernel frees it with the process. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty when somebody else holds it. */
  public static Optional<RunLock> tryTake(RunDirectory directory) throws IOException {
    Files.createDirectories(directory.folder());
    FileChannel channel =
        FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new RunLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM: somebody else all the same.
    }
    channel.close();
    return Optional.empty();
  }

  /** Whether a launcher runs this directory now. */
  public static boolean isHeld(RunDirectory directory) throws IOException {
    if (!Files.exists(directory.lock())) {
      return false;
    }
    Optional<RunLock> mine = tryTake(directory);
    if (mine.isEmpty()) {
      return true;
    }
    mine.get().close();
    return false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
