package fr.liaison.platform.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ready once a text appears in the part of the log written after this probe was made. */
public final class LogProbe implements Probe {
  private final Path log;
  private final String text;
  private final long from;

  public LogProbe(Path log, String text) {
    this.log = log;
    this.text = text;
    this.from = size(log);
  }

  @Override
  public boolean ready() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] written = new byte[Math.toIntExact(Math.max(0, file.length() - from))];
      file.seek(from);
      file.readFully(written);
      return new String(written, StandardCharsets.UTF_8).contains(text);
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
