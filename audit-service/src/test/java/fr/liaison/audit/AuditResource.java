package fr.liaison.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Gives the log an identity, keys and a fresh lock file. */
public final class AuditResource implements QuarkusTestResourceLifecycleManager {

  public static final String ORIGIN = "audit.example/test";

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("audit-lock");
      return Map.of(
          "liaison.audit.origin", ORIGIN,
          "liaison.audit.signing-key", key(1),
          "liaison.audit.salt-key", key(2),
          "liaison.audit.checkpoint-interval", "200ms",
          "liaison.audit.lock-file", folder.resolve("checkpoint").toString());
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  @Override
  public void stop() {} // a few bytes in the temporary folder

  static String key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
