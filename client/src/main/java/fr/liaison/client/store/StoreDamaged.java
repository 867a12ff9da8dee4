package fr.liaison.client.store;

/**
 * The file is not what this key wrote: broken by the disk, or changed by somebody. Nothing read
 * from it may be used; the device heals by enrolling or re-joining. Says where, never what.
 */
public final class StoreDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreDamaged(String where) {
    super(where);
  }
}
