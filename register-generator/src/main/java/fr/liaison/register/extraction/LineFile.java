package fr.liaison.register.extraction;

import fr.liaison.register.layout.Row;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file under construction: UTF-8, every line ended by LF. */
public final class LineFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Writer writer;

  private LineFile(Writer writer) {
    this.writer = writer;
  }

  /** Overwrites the file. */
  public static LineFile create(Path path) {
    try {
      return new LineFile(
          new BufferedWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), BUFFER));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public void add(String line) {
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void add(Row<?> row) {
    add(row.line());
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
