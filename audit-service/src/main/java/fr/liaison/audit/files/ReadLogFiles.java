package fr.liaison.audit.files;

import fr.liaison.audit.checkpoint.LogIdentity;
import fr.liaison.audit.checkpoint.PublishedCheckpoints;
import fr.liaison.audit.log.LogTables;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.tile.EntryBundle;
import fr.liaison.audit.tlog.tile.TileId;
import fr.liaison.audit.tlog.tile.TilePath;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;

/** Gives the files of the log; empty for what does not exist yet. */
@ApplicationScoped
public class ReadLogFiles {

  private final Database database;
  private final LogTables tables;
  private final PublishedCheckpoints published;
  private final LogIdentity identity;

  ReadLogFiles(
      Database database, LogTables tables, PublishedCheckpoints published, LogIdentity identity) {
    this.database = database;
    this.tables = tables;
    this.published = published;
    this.identity = identity;
  }

  Optional<String> checkpoint() {
    return database.read(published::newest).map(SignedNote::toString);
  }

  String key() {
    return identity.verifier() + "\n";
  }

  /** A partial tile is the beginning of what the tile has become since. */
  Optional<byte[]> tile(TileId id) {
    int length = id.path().width() * Hash.BYTES;
    return database
        .read(reader -> tables.tile(reader, id.level(), id.path().index()))
        .filter(hashes -> hashes.length >= length)
        .map(hashes -> Arrays.copyOf(hashes, length));
  }

  Optional<byte[]> bundle(TilePath path) {
    return Optional.of(database.read(reader -> tables.bundle(reader, path)))
        .filter(leaves -> !leaves.isEmpty())
        .map(EntryBundle::encode);
  }
}
