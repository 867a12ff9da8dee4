package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresResourceTest {

  @Test
  void theDatabaseIsStartedOnceAndOwnedByTheService() throws SQLException {
    Map<String, String> first = new PostgresResource().start();
    Map<String, String> second = new PostgresResource().start();

    assertThat(second).isEqualTo(first);
    try (Connection connection = connect(first);
        var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_trgm");
      statement.execute("create table if not exists owned (id int)");
    }
  }

  @Test
  void whatWasCommittedSurvivesAKill() throws SQLException {
    Map<String, String> configuration = new PostgresResource().start();
    try (Connection connection = connect(configuration);
        var statement = connection.createStatement()) {
      statement.execute("create table survivor (id int)");
      statement.execute("insert into survivor values (42)");
    }

    TestServer.postgres().kill();

    assertThatThrownBy(() -> connect(configuration)).isInstanceOf(SQLException.class);
    TestServer.postgres().start();
    try (Connection connection = connect(configuration);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from survivor")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  private static Connection connect(Map<String, String> configuration) throws SQLException {
    return DriverManager.getConnection(
        configuration.get("quarkus.datasource.jdbc.url"),
        configuration.get("quarkus.datasource.username"),
        configuration.get("quarkus.datasource.password"));
  }
}
