package fr.liaison.audit.verifier;

import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.merkle.CompactRange;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.SignerKey;
import fr.liaison.audit.tlog.tile.EntryBundle;
import fr.liaison.audit.tlog.tile.TileGrowth;
import fr.liaison.audit.tlog.tile.TileId;
import fr.liaison.audit.tlog.tile.TilePath;
import fr.liaison.audit.tlog.tile.TileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log as static files, laid out as C2SP tlog-tiles asks. */
public final class LogFolder {

  private LogFolder() {}

  /** Writes a whole log into the folder and answers its head. */
  public static TreeHead write(Path folder, SignerKey key, List<byte[]> entries)
      throws IOException {
    CompactRange range = CompactRange.empty();
    TileGrowth growth = new TileGrowth();
    entries.forEach(entry -> range.append(Hash.leaf(entry), growth));
    TileStore tiles = new TileStore();
    growth.additions().forEach(tiles::add);
    for (TileId tile : tiles.ids()) {
      byte[] content = tiles.read(tile.level(), tile.path().index()).orElseThrow();
      write(folder.resolve(tile.toString()), content);
    }
    for (int start = 0; start < entries.size(); start += TilePath.FULL_WIDTH) {
      int end = Math.min(entries.size(), start + TilePath.FULL_WIDTH);
      TilePath path = new TilePath(start / TilePath.FULL_WIDTH, end - start);
      write(
          folder.resolve("tile/entries/" + path), EntryBundle.encode(entries.subList(start, end)));
    }
    sign(folder, key, range.head());
    return range.head();
  }

  /** Puts a checkpoint over any head in the folder, true or not. */
  public static void sign(Path folder, SignerKey key, TreeHead head) throws IOException {
    String note = new Checkpoint(key.verifier().name(), head).sign(key).toString();
    Files.writeString(folder.resolve("checkpoint"), note);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
