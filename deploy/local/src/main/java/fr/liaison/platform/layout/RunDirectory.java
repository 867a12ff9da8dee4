package fr.liaison.platform.layout;

import fr.liaison.platform.process.Nobody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that one platform keeps between its runs: data, secrets, logs, and who runs it now. */
public record RunDirectory(Path folder) {

  /**
   * {@code LIAISON_HOME}, else a folder named after the checkout, so that two checkouts never meet:
   * below {@code /var/lib/liaison} for root, in the user's state folder otherwise.
   */
  public static RunDirectory of(Checkout checkout, Map<String, String> environment) {
    @Nullable String given = environment.get("LIAISON_HOME");
    if (given != null && !given.isBlank()) {
      return new RunDirectory(Path.of(given).toAbsolutePath().normalize());
    }
    return new RunDirectory(base(environment).resolve(nameOf(checkout.root())));
  }

  /** A fresh one for a test, below the system's temporary folder. */
  public static RunDirectory temporary(String prefix) throws IOException {
    return new RunDirectory(Folders.temporary(prefix));
  }

  /** Makes the folders; others may pass through (PostgreSQL runs as nobody) but not look in. */
  public void create() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(data());
    Files.createDirectories(logs());
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** What is run, out of the reach of builds; see {@link Programs}. */
  public Path programs() {
    return folder.resolve("programs");
  }

  public Path secrets() {
    return folder.resolve("secrets.properties");
  }

  /** Which process runs the platform and how far it is; written for the other commands. */
  public Path state() {
    return folder.resolve("state.properties");
  }

  public Path lock() {
    return folder.resolve("lock");
  }

  private static Path base(Map<String, String> environment) {
    if (Nobody.needed()) {
      return Path.of("/var/lib/liaison");
    }
    @Nullable String xdg = environment.get("XDG_STATE_HOME");
    return xdg == null || xdg.isBlank()
        ? home(environment).resolve(".local/state/liaison")
        : Path.of(xdg, "liaison");
  }

  /** The environment's home before the user database's, as every shell does. */
  static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
  }

  private static String nameOf(Path root) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(root.toString().getBytes(StandardCharsets.UTF_8));
      return root.getFileName() + "-" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
