package fr.liaison.platform.postgres;

/** One database with the one role that owns it. */
public record DatabaseAccess(String name, String role, String password, int port) {

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** As the reactive client wants it. */
  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + name;
  }

  @Override
  public String toString() {
    return "DatabaseAccess[" + name + "]";
  }
}
