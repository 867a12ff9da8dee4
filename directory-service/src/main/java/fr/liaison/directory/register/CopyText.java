package fr.liaison.directory.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Rows as COPY takes them, handed on a buffer at a time. Cells hold no control characters. Not
 * thread safe.
 */
final class CopyText {
  private static final int FLUSH_AT = 64 * 1024;

  private final Target target;
  private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);

  CopyText(Target target) {
    this.target = target;
  }

  /** Where the bytes go. */
  interface Target {
    void write(byte[] bytes, int offset, int length) throws IOException;
  }

  void row(@Nullable Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      @Nullable Object cell = cells[i];
      text.append(cell == null ? "\\N" : cell.toString().replace("\\", "\\\\"));
    }
    text.append('\n');
    if (text.length() >= FLUSH_AT) {
      flush();
    }
  }

  /** Hands on what is left. */
  void flush() throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    target.write(bytes, 0, bytes.length);
  }
}
