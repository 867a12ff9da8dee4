package fr.liaison.client.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sealed files on their way, in one folder that only its owner may enter. What is in it is
 * ciphertext; its size is bounded by the disk alone.
 */
public record Spool(Path folder) {
  /** Seals under a fresh key; durable when this returns. Throws {@link SpoolFull} without room. */
  public SealedFile seal(Path source, String name) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    long needed = SealedFile.lengthOf(Files.size(source));
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < needed) {
      throw new SpoolFull(needed, usable);
    }
    SealedFile sealed = SealFile.seal(source, path(name));
    try (FileChannel written = FileChannel.open(path(name), StandardOpenOption.WRITE)) {
      written.force(true);
    }
    return sealed;
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Whether it is there and whole. */
  public boolean holds(String name, long size) {
    try {
      return Files.size(path(name)) == SealedFile.lengthOf(size);
    } catch (IOException missing) {
      return false;
    }
  }

  public void drop(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  /** What nobody knows of any more goes: the program died before or after it was needed. */
  public void keepOnly(Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> over =
          files.filter(file -> !names.contains(String.valueOf(file.getFileName()))).toList();
      for (Path file : over) {
        Files.delete(file);
      }
    }
  }
}
