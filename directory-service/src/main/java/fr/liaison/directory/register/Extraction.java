package fr.liaison.directory.register;

import java.io.BufferedInputStream;
import java.io.InputStream;

/** The extraction in an upload. Read its text to the end, then finish, then trust it. */
sealed interface Extraction permits Extraction.Plain, ZippedExtraction {
  /** The bytes of the extraction; throws {@link RefusedFile} where the upload holds none. */
  InputStream text();

  /** Reads what follows the text; throws {@link RefusedFile} where that must not be. */
  void finish();

  /** How many files of the upload were not read. */
  int ignored();

  /** How an upload is packed. */
  enum Format {
    TEXT,
    ZIP;

    /** Whoever names a file tells by its name how it is packed. */
    static Format ofFileName(String name) {
      return name.endsWith(".zip") ? ZIP : TEXT;
    }

    /** No file of the archive, and not all of them together, may be larger than allowed. */
    Extraction open(ReceivedBytes received, long largest) {
      return switch (this) {
        case TEXT -> new Plain(received);
        case ZIP -> new ZippedExtraction(received, new BufferedInputStream(received), 2 * largest);
      };
    }
  }

  /** An upload that is the extraction itself. */
  record Plain(InputStream text) implements Extraction {
    @Override
    public void finish() {}

    @Override
    public int ignored() {
      return 0;
    }
  }
}
