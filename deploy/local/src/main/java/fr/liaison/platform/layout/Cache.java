package fr.liaison.platform.layout;

import fr.liaison.platform.process.Nobody;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What can be made again from the artifacts (unpacked servers, AOT caches), shared by every
 * checkout, run directory and test of this user. Each entry is made once, under a lock.
 */
public record Cache(Path folder) {
  private static final Object ONE_MAKER_PER_JVM = new Object();

  /** Makes one entry in the given folder. */
  @FunctionalInterface
  public interface Maker {
    void make(Path entry) throws IOException, InterruptedException;
  }

  /** {@code LIAISON_CACHE}, else the system's place for root, the user's cache folder otherwise. */
  public static Cache find() {
    String given = System.getenv("LIAISON_CACHE");
    if (given != null) {
      return new Cache(Path.of(given).toAbsolutePath());
    }
    if (Nobody.needed()) {
      return new Cache(Path.of("/var/lib/liaison/cache"));
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base = xdg == null ? RunDirectory.home(System.getenv()).resolve(".cache") : Path.of(xdg);
    return new Cache(base.resolve("liaison"));
  }

  /** The folder called {@code name}, made now unless it was finished before. */
  public Path entry(String name, Maker maker) throws IOException, InterruptedException {
    Path entry = folder.resolve(name);
    Path finished = folder.resolve(name + ".finished");
    if (Files.exists(finished)) {
      Files.setLastModifiedTime(finished, FileTime.from(Instant.now()));
      return entry;
    }
    Files.createDirectories(folder);
    synchronized (ONE_MAKER_PER_JVM) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!Files.exists(finished)) {
          Folders.delete(entry);
          Files.createDirectories(entry);
          maker.make(entry);
          Files.createFile(finished);
          deletePredecessors(name);
        }
      }
    }
    return entry;
  }

  /** Entries of the same program that nobody has used for a week. */
  private void deletePredecessors(String name) throws IOException {
    String program = name.substring(0, name.indexOf('-') + 1);
    Instant weekAgo = Instant.now().minus(Duration.ofDays(7));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path finished : (Iterable<Path>) files::iterator) {
        String other = finished.getFileName().toString();
        if (other.startsWith(program)
            && other.endsWith(".finished")
            && Files.getLastModifiedTime(finished).toInstant().isBefore(weekAgo)) {
          Files.delete(finished);
          Folders.delete(folder.resolve(other.replace(".finished", "")));
        }
      }
    }
  }
}
