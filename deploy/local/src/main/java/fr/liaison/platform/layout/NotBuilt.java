package fr.liaison.platform.layout;

import java.io.Serial;
import java.nio.file.Path;

/** Something the build makes is not there yet. */
public final class NotBuilt extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NotBuilt(Path missing) {
    super(
        missing + " is missing: build first (./mvnw -q package -DskipTests -pl deploy/local -am)");
  }
}
