package fr.liaison.platform;

import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.RunDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./liaison logs [service] [-f]}. */
final class LogsCommand {
  private static final int BYTES_OF_ONE = 64 * 1024;
  private static final int BYTES_OF_EACH = 4 * 1024;

  private final RunDirectory directory;
  private final Map<Path, Long> shownUpTo = new HashMap<>();

  LogsCommand(RunDirectory directory) {
    this.directory = directory;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    boolean follow = arguments.remove("-f");
    List<Path> all = logs();
    List<Path> wanted =
        arguments.isEmpty()
            ? all
            : all.stream().filter(log -> nameOf(log).equals(arguments.getFirst())).toList();
    if (wanted.isEmpty()) {
      String names = String.join(" ", all.stream().map(LogsCommand::nameOf).toList());
      System.err.println(
          Texts.get("logs.none", arguments.isEmpty() ? "*" : arguments.getFirst(), names));
      return 2;
    }
    boolean many = wanted.size() > 1;
    for (Path log : wanted) {
      shownUpTo.put(log, Math.max(0, Files.size(log) - (many ? BYTES_OF_EACH : BYTES_OF_ONE)));
    }
    do {
      for (Path log : wanted) {
        show(log, many);
      }
      Thread.sleep(follow ? 300 : 0);
    } while (follow);
    return 0;
  }

  private void show(Path log, boolean many) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.min(shownUpTo.getOrDefault(log, 0L), file.length());
      byte[] fresh = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      shownUpTo.put(log, from + fresh.length);
      String text = new String(fresh, StandardCharsets.UTF_8);
      text.lines()
          .skip(from > 0 && fresh.length >= BYTES_OF_EACH ? 1 : 0) // the first may be cut
          .forEach(line -> System.out.println(many ? nameOf(log) + " | " + line : line));
    }
  }

  private List<Path> logs() throws IOException {
    if (!Files.isDirectory(directory.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory.logs())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static String nameOf(Path log) {
    return log.getFileName().toString().replace(".log", "");
  }
}
