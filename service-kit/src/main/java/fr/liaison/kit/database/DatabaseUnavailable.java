package fr.liaison.kit.database;

/**
 * The database did not answer, or the connection broke. Nothing is known to be committed; the
 * caller may repeat the request.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(Throwable cause) {
    super("the database did not answer", cause);
  }
}
