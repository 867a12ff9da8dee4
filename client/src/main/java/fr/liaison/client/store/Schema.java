package fr.liaison.client.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The file's shape by version; moves forward only. */
final class Schema {
  static final int VERSION = 6;

  private Schema() {}

  static int versionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma user_version")) {
      return row.getInt(1);
    }
  }

  /** Inside the caller's transaction; brings an older file to this version, or begins a new one. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists meta (key text primary key, value blob not null)"
              + " without rowid");
      for (Table table : Table.values()) {
        statement.execute(
            "create table if not exists "
                + table.sqlName()
                + " (key text primary key, value blob not null) without rowid");
      }
      statement.execute("pragma user_version = " + VERSION);
    }
  }
}
