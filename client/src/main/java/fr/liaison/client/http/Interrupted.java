package fr.liaison.client.http;

/** The waiting thread was interrupted: the program is stopping. The interrupt flag stays set. */
public final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Interrupted() {
    super("interrupted");
  }

  /** Sets the flag again. */
  public static Interrupted now() {
    Thread.currentThread().interrupt();
    return new Interrupted();
  }
}
