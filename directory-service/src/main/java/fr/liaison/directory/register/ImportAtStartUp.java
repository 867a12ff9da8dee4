package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RegisterDate;
import fr.liaison.directory.register.file.Sha256;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what a former instance left unfinished and imports the configured files in the background
 * where they differ from those in force. Ready means this is over, whatever its result: a refused
 * file leaves the old register in service.
 */
@ApplicationScoped
public class ImportAtStartUp {
  private static final Log LOG = Log.of(ImportAtStartUp.class);
  private static final String CLASSPATH = "classpath:";

  private final RegisterConfig config;
  private final ImportRegister importRegister;
  private final RegisterImports imports;
  private final Database database;
  private final Clock clock = Clock.system(RegisterDate.PUBLISHER_ZONE);
  private volatile boolean over;

  ImportAtStartUp(
      RegisterConfig config,
      ImportRegister importRegister,
      RegisterImports imports,
      Database database) {
    this.config = config;
    this.importRegister = importRegister;
    this.imports = imports;
    this.database = database;
  }

  /** Whether the register this instance was configured with has been dealt with. */
  public boolean isOver() {
    return over;
  }

  void start(@Observes StartupEvent started) {
    over = false;
    Thread.ofVirtual().name("register-start-up").start(this::run);
  }

  private void run() {
    try {
      importRegister.closeInterrupted();
      importFile(config.file(), ImportKind.register);
      importFile(config.mailboxes(), ImportKind.mailboxes);
    } catch (IOException | RuntimeException failure) {
      LOG.error(
          "The register was not brought up to date at start-up", Map.<LogKey, Object>of(), failure);
    } finally {
      over = true;
    }
  }

  private void importFile(Optional<String> configured, ImportKind kind) throws IOException {
    if (configured.isPresent() && !configured.get().isBlank()) {
      importFile(configured.get(), kind);
    }
  }

  /** Does nothing with a file that is in force, or older than what is. */
  private void importFile(String file, ImportKind kind) throws IOException {
    LocalDate date = RegisterDate.ofFileName(file).orElse(LocalDate.now(clock));
    if (isInForce(file)
        || database.read(transaction -> imports.isOutdated(transaction, kind, date))) {
      return;
    }
    try (InputStream stream = open(file)) {
      importRegister.run(
          stream,
          new ImportRequest(
              Uuid7.next(),
              "start-up",
              date,
              null,
              Extraction.Format.ofFileName(file),
              false,
              Actor.NOBODY));
    }
  }

  private boolean isInForce(String file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream stream = new DigestInputStream(open(file), digest)) {
      stream.transferTo(java.io.OutputStream.nullOutputStream());
    }
    byte[] sha256 = digest.digest();
    return database.read(transaction -> imports.isInForce(transaction, sha256));
  }

  private static InputStream open(String file) throws IOException {
    if (!file.startsWith(CLASSPATH)) {
      return new BufferedInputStream(Files.newInputStream(Path.of(file)));
    }
    InputStream stream =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream(file.substring(CLASSPATH.length()));
    if (stream == null) {
      throw new FileNotFoundException("no such register file on the class path");
    }
    return stream;
  }
}
