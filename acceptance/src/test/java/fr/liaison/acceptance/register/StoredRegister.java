package fr.liaison.acceptance.register;

import fr.liaison.platform.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;

/** The directory as the service's own database holds it, looked at behind its back. */
public final class StoredRegister {
  private final DatabaseAccess database;

  public StoredRegister(DatabaseAccess database) {
    this.database = database;
  }

  /**
   * Returns when nothing of the killed service's is left: a server process goes on with what it was
   * sent, a commit included, until it notices that nobody listens.
   */
  public void awaitDeserted() {
    Awaitility.await().until(() -> others("pg_stat_activity where usename = current_user") == 0);
  }

  /** Whether an import holds the lock that lets one run at a time. */
  public boolean isLocked() throws SQLException {
    return others("pg_locks l join pg_stat_activity a using (pid) where locktype = 'advisory'") > 0;
  }

  /** Imports that began and did not end. */
  public int unended() throws SQLException {
    return count("register_progress");
  }

  /** As {@link #everybody()} answers of a directory without anybody. */
  public boolean isEmpty() throws SQLException {
    return count("practitioner") == 0 && count("situation") == 0;
  }

  /** Forgets all people and imports, so that the next import is the first. */
  public void clear() throws SQLException {
    run("truncate practitioner, situation, register_import, register_progress cascade");
  }

  /**
   * Puts everything aside for a service that starts with an empty database; only while none runs.
   */
  public void putAside() throws SQLException {
    run("alter schema public rename to aside");
    run("create schema public");
  }

  /** Brings back what was put aside. */
  public void bringBack() throws SQLException {
    run("drop schema public cascade");
    run("alter schema aside rename to public");
  }

  private int others(String where) throws SQLException {
    return count(where + " and datname = current_database() and pid <> pg_backend_pid()");
  }

  private void run(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement order = connection.createStatement()) {
      order.execute(statement);
    }
  }

  private int count(String from) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement query = connection.createStatement();
        ResultSet counted = query.executeQuery("select count(*) from " + from)) {
      counted.next();
      return counted.getInt(1);
    }
  }

  /**
   * A digest of everybody the imported register names and where they practise; whoever left, and
   * who of them uses Liaison, is no part of it.
   */
  public String everybody() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement query = connection.createStatement();
        ResultSet digest =
            query.executeQuery(
                """
                select md5(string_agg(person, chr(10) order by person)) from (
                  select concat_ws('|', p.national_id, p.family_name, p.given_name,
                    p.profession_code, p.exercises::text, (
                      select string_agg(concat_ws('|', t.structure_id, t.structure_name,
                        t.postal_code, t.town, t.sector), ';' order by t.position)
                      from situation t where t.practitioner_id = p.id)) as person
                  from practitioner p
                  where p.source = 'register' and p.status <> 'departed') people
                """)) {
      digest.next();
      return digest.getString(1);
    }
  }
}
