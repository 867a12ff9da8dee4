package fr.liaison.attachment.blob;

/**
 * The object store did not answer, or not as it should. Whether the object was written is unknown;
 * its row is still {@code staged}, so it is either never committed or reaped.
 */
public final class BlobStoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BlobStoreUnavailable(Throwable cause) {
    super("the object store did not answer", cause);
  }
}
