package fr.liaison.acceptance.javaclient;

import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.StoreDamaged;
import fr.liaison.client.store.StoreOpening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What backups and disks do to state folders of programs that do not run. */
public final class Copies {
  private Copies() {}

  public static Path of(Path folder, Path target) throws IOException {
    Files.createDirectories(target);
    restore(folder, target);
    return target;
  }

  public static void restore(Path copy, Path folder) throws IOException {
    for (Path old : files(folder)) {
      Files.delete(old);
    }
    for (Path file : files(copy)) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** Every page but the first loses some bytes. */
  public static void damage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long at = 6_000; at < channel.size(); at += 4_096) {
        int written = channel.write(ByteBuffer.allocate(64), at);
        assert written == 64;
      }
    }
  }

  /** Whether a store opens and holds what was put into it. */
  public static boolean isUsable(Path folder) throws IOException {
    if (!(new StateFolder(folder).open() instanceof StoreOpening.Opened(var store))) {
      return false;
    }
    try (store) {
      store.check();
      return true;
    } catch (StoreDamaged damaged) {
      return false;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
