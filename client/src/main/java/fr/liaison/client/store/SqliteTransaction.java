package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements of one transaction; refuses to work after its end. */
final class SqliteTransaction implements StoreTransaction {
  private final Connection connection;
  private final Sealing sealing;
  private final long generation;
  private boolean over;

  SqliteTransaction(Connection connection, Sealing sealing, long generation) {
    this.connection = connection;
    this.sealing = sealing;
    this.generation = generation;
  }

  void end() {
    over = true;
  }

  @Override
  public long generation() {
    return generation;
  }

  @Override
  public Optional<Bytes> get(Table table, String key) {
    String sql = "select value from " + table.sqlName() + " where key = ?";
    try (PreparedStatement statement = prepare(sql)) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(open(table, key, row.getBytes(1))) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw SqliteFile.failure(failure);
    }
  }

  @Override
  public List<Row> list(Table table, String prefix, String after, int limit) {
    String sql =
        "select key, value from "
            + table.sqlName()
            + " where key >= ?1 and key > ?2 and substr(key, 1, length(?1)) = ?1"
            + " order by key limit ?3";
    try (PreparedStatement statement = prepare(sql)) {
      statement.setString(1, prefix);
      statement.setString(2, after);
      statement.setInt(3, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String key = row.getString(1);
          rows.add(new Row(key, open(table, key, row.getBytes(2))));
        }
      }
      return rows;
    } catch (SQLException failure) {
      throw SqliteFile.failure(failure);
    }
  }

  @Override
  public void put(Table table, String key, Bytes value) {
    String sql = "insert or replace into " + table.sqlName() + " (key, value) values (?, ?)";
    try (PreparedStatement statement = prepare(sql)) {
      statement.setString(1, key);
      statement.setBytes(2, sealing.seal(table.sqlName(), key, value.toArray()));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw SqliteFile.failure(failure);
    }
  }

  @Override
  public void remove(Table table, String key) {
    try (PreparedStatement statement =
        prepare("delete from " + table.sqlName() + " where key = ?")) {
      statement.setString(1, key);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw SqliteFile.failure(failure);
    }
  }

  private Bytes open(Table table, String key, byte[] sealed) {
    return Bytes.of(sealing.open(table.sqlName(), key, sealed));
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
    return connection.prepareStatement(sql);
  }
}
