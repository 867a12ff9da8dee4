package fr.liaison.kit.database;

import io.vertx.pgclient.PgException;

/**
 * PostgreSQL refused a statement. The state is SQLSTATE (for example {@code 23505}, unique
 * violation); the server's text is kept out of the message because it can echo values.
 */
public final class StatementRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String state;

  StatementRefused(PgException refusal) {
    super("statement refused, SQLSTATE " + refusal.getSqlState());
    this.state = refusal.getSqlState();
  }

  public String state() {
    return state;
  }

  public boolean isUniqueViolation() {
    return "23505".equals(state);
  }
}
