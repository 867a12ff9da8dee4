package fr.liaison.directory.topup;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Takes words of the source over as a file's cells are: bounded, and without controls. */
final class Words {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LABEL = 200;

  private Words() {}

  /** Null where it cannot be a name. */
  static @Nullable String name(@Nullable String text) {
    return bounded(text, LONGEST_NAME);
  }

  /** Null where there is nothing to show. */
  static @Nullable String label(@Nullable String text) {
    return bounded(text, LONGEST_LABEL);
  }

  private static @Nullable String bounded(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    String value = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    boolean usable =
        !value.isEmpty()
            && value.length() <= longest
            && value.indexOf('|') < 0
            && value.chars().noneMatch(Words::isControl);
    return usable ? value : null;
  }

  /** Controls of the writing direction count too: they make a name look like another one. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || Character.isSurrogate((char) c);
  }
}
