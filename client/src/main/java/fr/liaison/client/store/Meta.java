package fr.liaison.client.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** What the file says about itself: under which key it is sealed, and its generation. */
final class Meta {
  private static final String TABLE = "meta";
  private static final String KEY_ID = "key-id";
  private static final String GENERATION = "generation";

  private final Connection connection;
  private final Sealing sealing;

  Meta(Connection connection, Sealing sealing) {
    this.connection = connection;
    this.sealing = sealing;
  }

  void begin(StoreKey key) throws SQLException {
    write(KEY_ID, key.id());
    generation(0);
  }

  boolean isSealedUnder(StoreKey key) throws SQLException {
    return Arrays.equals(read(KEY_ID), key.id());
  }

  long generation() throws SQLException {
    byte[] opened = sealing.open(TABLE, GENERATION, read(GENERATION));
    if (opened.length != Long.BYTES) {
      throw new StoreDamaged("the generation is no number");
    }
    return ByteBuffer.wrap(opened).getLong();
  }

  void generation(long next) throws SQLException {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(next).array();
    write(GENERATION, sealing.seal(TABLE, GENERATION, number));
  }

  private byte[] read(String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select value from meta where key = ?")) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return row.getBytes(1);
        }
      }
    }
    throw new StoreDamaged("a row about the file itself is missing");
  }

  private void write(String key, byte[] value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert or replace into meta (key, value) values (?, ?)")) {
      statement.setString(1, key);
      statement.setBytes(2, value);
      statement.executeUpdate();
    }
  }
}
