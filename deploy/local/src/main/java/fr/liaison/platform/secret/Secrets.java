package fr.liaison.platform.secret;

import fr.liaison.platform.layout.Folders;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Named random values, each made when first asked for and kept in one 0600 file, so that a secret a
 * newer version needs appears beside the older ones.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  public static Secrets in(Path file) throws IOException {
    Secrets secrets = new Secrets(file);
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        secrets.values.load(reader);
      }
    }
    return secrets;
  }

  /** A password of 24 random bytes, safe in URLs and configuration files. */
  public String password(String name) {
    return values
        .computeIfAbsent(
            name, _ -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)))
        .toString();
  }

  /** 32 random bytes in plain base64: a symmetric key, or the seed of an Ed25519 key. */
  public String key(String name) {
    return values
        .computeIfAbsent(name, _ -> Base64.getEncoder().encodeToString(random(32)))
        .toString();
  }

  /** A P-256 key pair for Web Push, under {@code name.public} and {@code name.private}. */
  public VapidKeys vapid(String name) {
    if (!values.containsKey(name + ".private")) {
      VapidKeys fresh = VapidKeys.generate();
      values.setProperty(name + ".public", fresh.publicKey());
      values.setProperty(name + ".private", fresh.privateKey());
    }
    return new VapidKeys(
        values.getProperty(name + ".public"), values.getProperty(name + ".private"));
  }

  /** Writes what was asked for so far. */
  public void save() throws IOException {
    StringWriter text = new StringWriter();
    values.store(text, "Secrets of this Liaison platform. Made on its first start.");
    Folders.privateFile(file, text.toString());
  }

  @Override
  public String toString() {
    return "Secrets[" + values.size() + "]";
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
