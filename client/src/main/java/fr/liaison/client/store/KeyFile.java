package fr.liaison.client.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A store key in a file that only its owner may read. */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  /** Empty when the file is not a key, or others may read it. */
  public static Optional<StoreKey> read(Path file) throws IOException {
    boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (!regular
        || Files.size(file) != StoreKey.LENGTH
        || !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      return Optional.empty();
    }
    return Optional.of(StoreKey.of(Files.readAllBytes(file)));
  }

  /** Makes a key and flushes it, so that nothing is ever sealed under a key that a crash loses. */
  public static StoreKey create(Path file) throws IOException {
    StoreKey key = StoreKey.random();
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(file, fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(key.toArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return key;
  }
}
