package fr.liaison.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for the message of a failed start. */
final class LogTail {
  private static final int LINES = 15;

  private LogTail() {}

  static String of(Path log) {
    try {
      List<String> all =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return "\n  " + String.join("\n  ", all.subList(Math.max(0, all.size() - LINES), all.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
