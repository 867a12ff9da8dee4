package fr.liaison.directory.register.source;

import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A download that breaks when it takes too long, is longer than allowed, or ends before the size
 * its server told.
 */
final class BoundedDownload extends FilterInputStream {
  private final @Nullable Long size;
  private final long largest;
  private final CompletableFuture<Void> deadline = new CompletableFuture<>();
  private volatile boolean late;
  private long count;

  BoundedDownload(RegisterSource.Download download, long largest, Duration longest) {
    super(download.body());
    this.size = download.size();
    this.largest = largest;
    var _ =
        deadline
            .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
            .thenRun(this::giveUp);
  }

  private void giveUp() {
    late = true;
    try {
      in.close(); // Whoever waits for bytes waits no longer.
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count += Math.max(read, 0);
    if (late) {
      throw new IOException("the download took too long");
    }
    if (read < 0 && size != null && count < size) {
      throw new IOException("the download was cut");
    }
    if (count > largest) {
      throw new RefusedFile(RefusalReason.TOO_LARGE, 0, "the download");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    deadline.cancel(false);
    super.close();
  }
}
