package fr.liaison.client.attachment;

/** Told how far a transfer is, after each part; called on the transferring thread. */
@FunctionalInterface
public interface TransferProgress {
  void moved(long bytes, long total);

  /** Tells nobody. */
  static TransferProgress silent() {
    return (bytes, total) -> {};
  }
}
