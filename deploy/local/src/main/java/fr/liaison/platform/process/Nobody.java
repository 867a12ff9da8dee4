package fr.liaison.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The unprivileged user that programs refusing root run as when this JVM runs as root. */
public final class Nobody {
  private static final int ID = 65534;
  static final List<String> SETPRIV_ARGUMENTS =
      List.of("--reuid=" + ID, "--regid=" + ID, "--clear-groups");

  private Nobody() {}

  /** Whether this JVM runs as root. */
  public static boolean needed() {
    try {
      return Files.exists(Path.of("/proc/self"))
          && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Gives a folder and all it holds to nobody, when needed. */
  public static void own(Path folder) throws IOException {
    if (!needed()) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setAttribute(path, "unix:uid", ID);
        Files.setAttribute(path, "unix:gid", ID);
      }
    }
  }

  /** Fails with the culprit's name when nobody could not enter a folder above {@code folder}. */
  public static void requireReachable(Path folder) throws IOException {
    if (!needed()) {
      return;
    }
    for (Path above = folder.toRealPath().getParent(); above != null; above = above.getParent()) {
      int mode = (Integer) Files.getAttribute(above, "unix:mode");
      if ((mode & 1) == 0) {
        throw new StartFailed(
            "PostgreSQL runs as the user nobody, who may not enter "
                + above
                + ": set LIAISON_HOME to a folder everybody may pass through.");
      }
    }
  }
}
