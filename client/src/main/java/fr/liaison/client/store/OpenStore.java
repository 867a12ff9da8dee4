package fr.liaison.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Opens a store step by step: the lock, the file, its version, its key. Lets go of all on failure.
 */
final class OpenStore {
  private OpenStore() {}

  static StoreOpening at(Path file, StoreKey key) throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    Optional<WriterLock> lock = WriterLock.tryHold(lockFile);
    if (lock.isEmpty()) {
      return new StoreOpening.InUse();
    }
    StoreOpening opening = locked(file, key, lock.get());
    if (!(opening instanceof StoreOpening.Opened)) {
      lock.get().close();
    }
    return opening;
  }

  private static StoreOpening locked(Path file, StoreKey key, WriterLock lock) throws IOException {
    boolean fresh = !Files.exists(file) || Files.size(file) == 0;
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try {
      Connection connection = SqliteFile.open(file);
      StoreOpening opening = examined(file, connection, fresh, key, lock);
      if (!(opening instanceof StoreOpening.Opened)) {
        connection.close();
      }
      return opening;
    } catch (SQLException failure) {
      if (SqliteFile.isDamage(failure)) {
        return new StoreOpening.Damaged("SQLite cannot read the file");
      }
      throw new IOException("the store's file cannot be opened", failure);
    }
  }

  private static StoreOpening examined(
      Path file, Connection connection, boolean fresh, StoreKey key, WriterLock lock)
      throws SQLException {
    try {
      connection.setAutoCommit(false);
      Sealing sealing = new Sealing(key);
      Meta meta = new Meta(connection, sealing);
      int version = Schema.versionOf(connection);
      if (version > Schema.VERSION) {
        return new StoreOpening.TooNew(version);
      }
      if (version == 0 && fresh) {
        Schema.create(connection);
        version = Schema.VERSION;
        meta.begin(key);
      } else if (version == 0 || !SqliteFile.isSound(connection)) {
        return new StoreOpening.Damaged("the file's structure is broken");
      }
      if (!meta.isSealedUnder(key)) {
        return new StoreOpening.WrongKey();
      }
      if (version < Schema.VERSION) {
        Schema.create(connection);
      }
      var _ = meta.generation();
      connection.commit();
      return new StoreOpening.Opened(new Store(file, connection, sealing, meta, lock));
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    } catch (StoreDamaged damaged) {
      return new StoreOpening.Damaged(String.valueOf(damaged.getMessage()));
    }
  }
}
