package fr.liaison.client.store;

/** The disk refused: full, read-only, gone. What was being written did not happen. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailable(Throwable cause) {
    super("the store's file cannot be used", cause);
  }
}
