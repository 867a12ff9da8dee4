package fr.liaison.test;

import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the servers of one test JVM keep their data; deleted when the JVM ends. What a killed JVM
 * left behind is deleted by the next one.
 */
final class ScratchFolder {
  private static final String PREFIX = "liaison-test-";

  private ScratchFolder() {}

  /** A fresh folder for one server, which is stopped before the folder goes. */
  static Path fresh() {
    try {
      sweep();
      return Folders.temporary(PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void deleteAtExit(Path folder, Child child) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  child.kill(); // nothing in there is worth an orderly stop
                  delete(folder);
                },
                "liaison-test-cleanup"));
  }

  private static void sweep() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> entries = Files.list(temporary)) {
      entries.filter(ScratchFolder::isAbandoned).forEach(ScratchFolder::delete);
    }
  }

  private static boolean isAbandoned(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.matches(PREFIX + "\\d+-.*")) {
      return false;
    }
    long pid = Long.parseLong(name.substring(PREFIX.length()).replaceFirst("-.*", ""));
    return ProcessHandle.of(pid).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      // Another user's, or just being swept by another JVM: theirs to delete.
    }
  }
}
