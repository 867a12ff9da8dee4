package fr.liaison.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A store and its key file in one folder that only its owner may enter; made when missing. */
public record StateFolder(Path folder) {
  private static final String STORE = "state.db";
  private static final String KEY = "state.key";

  /** A store without its key file is never given a new one: what it holds would be lost. */
  public StoreOpening open() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path keyFile = folder.resolve(KEY);
    Path file = folder.resolve(STORE);
    if (!Files.exists(keyFile)) {
      return Files.exists(file)
          ? new StoreOpening.KeyUnusable()
          : Store.open(file, KeyFile.create(keyFile));
    }
    Optional<StoreKey> key = KeyFile.read(keyFile);
    return key.isPresent() ? Store.open(file, key.get()) : new StoreOpening.KeyUnusable();
  }
}
