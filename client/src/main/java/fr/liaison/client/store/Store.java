package fr.liaison.client.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The local state of one device. Thread-safe: one transaction at a time. After {@link #write}
 * returned, its changes survive a power cut; when it throws, none happened. Damage met on the way
 * is a {@link StoreDamaged}.
 */
public final class Store implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final Sealing sealing;
  private final Meta meta;
  private final WriterLock writerLock;
  private final ReentrantLock turn = new ReentrantLock();

  Store(Path file, Connection connection, Sealing sealing, Meta meta, WriterLock writerLock) {
    this.file = file;
    this.connection = connection;
    this.sealing = sealing;
    this.meta = meta;
    this.writerLock = writerLock;
  }

  /** Opens or makes a store; {@code <file>.lock} beside it keeps other writers out. */
  public static StoreOpening open(Path file, StoreKey key) throws IOException {
    return OpenStore.at(file, key);
  }

  /** A place next to the file, for what is kept besides. */
  public Path beside(String name) {
    return file.resolveSibling(name);
  }

  public <T> T read(Function<StoreReader, T> work) {
    return inTurn(
        () -> {
          SqliteTransaction reading = new SqliteTransaction(connection, sealing, meta.generation());
          try {
            return work.apply(reading);
          } finally {
            reading.end();
            connection.rollback();
          }
        });
  }

  public <T> T write(Function<StoreTransaction, T> work) {
    return inTurn(
        () -> {
          long generation = meta.generation() + 1;
          SqliteTransaction writing = new SqliteTransaction(connection, sealing, generation);
          boolean done = false;
          try {
            T result = work.apply(writing);
            meta.generation(generation);
            connection.commit();
            done = true;
            return result;
          } finally {
            writing.end();
            if (!done) {
              connection.rollback();
            }
          }
        });
  }

  /** The same without a result. */
  public void change(Consumer<StoreTransaction> work) {
    var _ =
        write(
            transaction -> {
              work.accept(transaction);
              return true;
            });
  }

  /** Opens every value once: throws {@link StoreDamaged} when one does not. */
  public void check() {
    var _ =
        read(
            reader -> {
              int seen = 0;
              for (Table table : Table.values()) {
                seen += checkTable(reader, table);
              }
              return seen;
            });
  }

  private static int checkTable(StoreReader reader, Table table) {
    int seen = 0;
    String after = "";
    while (true) {
      var rows = reader.list(table, "", after, 100);
      if (rows.isEmpty()) {
        return seen;
      }
      seen += rows.size();
      after = rows.getLast().key();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try (writerLock) {
      connection.close();
    } catch (SQLException | IOException failure) {
      throw new StoreUnavailable(failure);
    } finally {
      turn.unlock();
    }
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T inTurn(Work<T> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("transactions do not nest");
    }
    turn.lock();
    try {
      return work.run();
    } catch (SQLException failure) {
      throw SqliteFile.failure(failure);
    } finally {
      turn.unlock();
    }
  }
}
