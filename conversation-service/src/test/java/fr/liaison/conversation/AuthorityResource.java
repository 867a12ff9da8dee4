package fr.liaison.conversation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pins the test authority as the root that certifies devices. */
public final class AuthorityResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      Path root = Files.createTempFile("liaison-root", ".pem");
      root.toFile().deleteOnExit();
      Files.writeString(root, TestAuthority.rootPem());
      return Map.of("liaison.delivery.root", root.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The file goes with the JVM.
  }
}
