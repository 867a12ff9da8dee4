package fr.liaison.directory.search.index;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/**
 * A folder for an index that lives as long as its process. A process that is killed leaves it
 * behind, so whoever makes the next one deletes those that nobody writes to any more.
 */
final class TemporaryFolder {
  private TemporaryFolder() {}

  /** A new one in the folder of temporary files, its name beginning like this. */
  static Path create(String prefix) throws IOException {
    Path created = Files.createTempDirectory(prefix);
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(created.toAbsolutePath().getParent(), prefix + "*")) {
      for (Path folder : all) {
        if (!folder.equals(created)) {
          deleteUnlessInUse(folder, created);
        }
      }
    }
    return created;
  }

  /** Anybody may put a link here that leads to what is not for deletion. */
  private static boolean isOurs(Path folder, Path created) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(created));
  }

  /** The system takes the lock from a process that dies, whatever way. */
  private static void deleteUnlessInUse(Path folder, Path created) {
    try {
      if (isOurs(folder, created)) {
        deleteUnlessLocked(folder);
      }
    } catch (IOException inUse) {
      // Written to, or just being deleted; who comes next looks again.
    }
  }

  private static void deleteUnlessLocked(Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        Lock unheld = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      unheld.ensureValid();
      delete(folder);
    }
  }

  /** Only flat ones are made here. */
  static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
