package fr.liaison.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Proportional memory of processes, from {@code /proc}; nothing where there is none. */
public final class Memory {
  private Memory() {}

  /** Megabytes of a process and all its descendants; a page they share counts once. */
  public static long megabytesOfTree(long pid) {
    return ProcessHandle.of(pid).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(process -> kilobytes(process.pid(), "Pss:"))
            .sum()
        / 1024;
  }

  /** Megabytes a machine could still give away; empty when unknown. */
  public static OptionalLong availableMegabytes() {
    return field(Path.of("/proc/meminfo"), "MemAvailable:").stream()
        .map(kilobytes -> kilobytes / 1024)
        .findFirst();
  }

  private static long kilobytes(long pid, String name) {
    return field(Path.of("/proc/" + pid + "/smaps_rollup"), name).orElse(0);
  }

  private static OptionalLong field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }
}
