package fr.liaison.attachment.blob;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The object store behind the MinIO client. Calls block and belong on virtual threads; a permit
 * pool bounds how many run at once, and who gets no permit in time is refused. An object is written
 * once and never overwritten. Every failure but a missing object is {@link BlobStoreUnavailable}.
 */
@ApplicationScoped
public class BlobStore {
  private static final String OPAQUE = "application/octet-stream";

  private final MinioClient client;
  private final String bucket;
  private final Semaphore permits;
  private final Duration patience;
  private final AtomicBoolean bucketSeen = new AtomicBoolean();

  BlobStore(MinioClient client, BlobStoreConfig config) {
    if (config.endpoint().startsWith("https:") != config.secure()) {
      throw new IllegalStateException(
          "LIAISON_S3_SECURE must be true for an https endpoint and false for an http one");
    }
    this.client = client;
    this.bucket = config.bucket();
    this.permits = new Semaphore(config.calls());
    this.patience = config.patience();
    long silence = config.silence().toMillis();
    client.setTimeout(config.connectTimeout().toMillis(), silence, silence);
  }

  /** Writes a new object; returns once the store has acknowledged all of it. */
  public void put(ObjectKey key, byte[] content, int length) {
    call(
        () -> {
          ensureBucket();
          client.putObject(
              PutObjectArgs.builder().bucket(bucket).object(key.value()).contentType(OPAQUE).stream(
                      new ByteArrayInputStream(content, 0, length), length, -1)
                  .extraHeaders(Map.of("If-None-Match", "*"))
                  .build());
          return true;
        });
  }

  /**
   * Opens part of an object. The permit is held until the stream is closed. Reading from the stream
   * may throw {@link IOException} when the store goes away in the middle.
   */
  public InputStream open(ObjectKey key, long offset, long length) {
    awaitPermit();
    try {
      InputStream content =
          client.getObject(
              GetObjectArgs.builder()
                  .bucket(bucket)
                  .object(key.value())
                  .offset(offset)
                  .length(length)
                  .build());
      return new Permitted(content);
    } catch (MinioException | IOException | GeneralSecurityException failure) {
      permits.release();
      throw BlobStoreUnavailable.because(failure);
    } catch (RuntimeException | Error failure) {
      permits.release();
      throw failure;
    }
  }

  /** Removes an object; one that is not there counts as removed. */
  public void remove(ObjectKey key) {
    call(
        () -> {
          ensureBucket();
          client.removeObject(
              RemoveObjectArgs.builder().bucket(bucket).object(key.value()).build());
          return true;
        });
  }

  /** Makes an unfit configuration stop the start; a store that is away does not. */
  void check(@Observes StartupEvent event) {
    bucketSeen.set(false);
  }

  /** Returns when the store answers and the bucket is there; slow readers do not delay it. */
  public void probe() {
    answer(
        () -> {
          bucketSeen.set(false);
          ensureBucket();
          return true;
        });
  }

  /** A stream of this store that broke while being read. */
  public static BlobStoreUnavailable unavailable(IOException cut) {
    return BlobStoreUnavailable.because(cut);
  }

  private void ensureBucket() throws MinioException, IOException, GeneralSecurityException {
    if (bucketSeen.get()) {
      return;
    }
    if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
      makeBucket();
    }
    bucketSeen.set(true);
  }

  /** Two instances may start at once; the one that comes second finds the bucket its own. */
  private void makeBucket() throws MinioException, IOException, GeneralSecurityException {
    try {
      client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    } catch (ErrorResponseException refusal) {
      if (!"BucketAlreadyOwnedByYou".equals(refusal.errorResponse().code())) {
        throw refusal;
      }
    }
  }

  private <T> T call(Call<T> work) {
    awaitPermit();
    try {
      return answer(work);
    } finally {
      permits.release();
    }
  }

  private static <T> T answer(Call<T> work) {
    try {
      return work.run();
    } catch (MinioException | IOException | GeneralSecurityException failure) {
      throw BlobStoreUnavailable.because(failure);
    }
  }

  private void awaitPermit() {
    try {
      if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw BlobStoreUnavailable.because(new TimeoutException("too many calls at one time"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw BlobStoreUnavailable.because(stopped);
    }
  }

  private interface Call<T> {
    T run() throws MinioException, IOException, GeneralSecurityException;
  }

  /** Gives the permit back once, when closed. */
  private final class Permitted extends FilterInputStream {
    private final AtomicBoolean held = new AtomicBoolean(true);

    Permitted(InputStream content) {
      super(content);
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        if (held.compareAndSet(true, false)) {
          permits.release();
        }
      }
    }
  }
}
