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
    Awaitility.await().until(() -> connections() == 0);
  }

  private int connections() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement query = connection.createStatement();
        ResultSet others =
            query.executeQuery(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and usename = current_user
                  and pid <> pg_backend_pid()
                """)) {
      others.next();
      return others.getInt(1);
    }
  }

  /**
   * A digest of everybody an import brings: who they are, whether they left, where they practise.
   */
  public String everybody() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement query = connection.createStatement();
        ResultSet digest =
            query.executeQuery(
                """
                select md5(string_agg(person, chr(10) order by person)) from (
                  select concat_ws('|', p.national_id, p.status, p.family_name, p.given_name,
                    p.profession_code, p.exercises::text, (
                      select string_agg(concat_ws('|', t.structure_id, t.structure_name,
                        t.postal_code, t.town, t.sector), ';' order by t.position)
                      from situation t where t.practitioner_id = p.id)) as person
                  from practitioner p where p.source = 'register') people
                """)) {
      digest.next();
      return digest.getString(1);
    }
  }
}
