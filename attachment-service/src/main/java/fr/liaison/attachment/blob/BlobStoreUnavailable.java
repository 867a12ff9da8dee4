package fr.liaison.attachment.blob;

import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.minio.errors.ErrorResponseException;
import java.util.Map;

/**
 * The object store did not answer, or not as it should. Whether the object was written is unknown;
 * its row is still {@code staged}, so it is either never committed or reaped.
 */
public final class BlobStoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Log LOG = Log.of(BlobStoreUnavailable.class);

  private BlobStoreUnavailable(Throwable cause) {
    super("the object store did not answer", cause);
  }

  /** Logs what the operator needs, the store's error code among it, and wraps the failure. */
  static BlobStoreUnavailable because(Exception failure) {
    String reason =
        failure instanceof ErrorResponseException refusal
            ? refusal.errorResponse().code()
            : failure.getClass().getSimpleName();
    LOG.warn(
        "The object store failed",
        Map.of(LogKey.dependency, "object-store", LogKey.reason, reason),
        failure);
    return new BlobStoreUnavailable(failure);
  }
}
