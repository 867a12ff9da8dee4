package fr.liaison.directory.register.file;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The extractions in an upload. Read the text of one to its end before asking for the next, and
 * trust none before there is no next.
 */
public sealed interface Extraction permits Extraction.Plain, ZippedExtraction {
  /**
   * The next wanted file, or null after the last; throws {@link RefusedFile} where the upload holds
   * none, files that do not belong together, or is damaged.
   */
  @Nullable Part next();

  /** How many files of the upload were not read. */
  int ignored();

  /** One file of an upload: what it holds, and its bytes. */
  record Part(ImportKind kind, InputStream text) {}

  /** How an upload is packed. */
  enum Format {
    TEXT,
    ZIP;

    /** Whoever names a file tells by its name how it is packed. */
    public static Format ofFileName(String name) {
      return name.endsWith(".zip") ? ZIP : TEXT;
    }

    /** No file of the archive, and not all of them together, may be larger than allowed. */
    public Extraction open(ReceivedBytes received, long largest) {
      return switch (this) {
        case TEXT -> new Plain(received);
        case ZIP -> new ZippedExtraction(received, new BufferedInputStream(received), 2 * largest);
      };
    }
  }

  /** An upload that is the extraction itself. */
  final class Plain implements Extraction {
    private @Nullable InputStream received;

    Plain(InputStream received) {
      this.received = received;
    }

    @Override
    public @Nullable Part next() {
      if (received == null) {
        return null;
      }
      PushbackInputStream text = new PushbackInputStream(received, PhysicalLines.LONGEST_LINE);
      received = null;
      return new Part(ImportKind.ofText(text), text);
    }

    @Override
    public int ignored() {
      return 0;
    }
  }
}
