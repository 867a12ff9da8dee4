package fr.liaison.directory.practitioner;

import java.util.Optional;

/** A name as people type and see it: stripped, and nothing in it that hides or turns text round. */
public final class VisibleName {
  private VisibleName() {}

  /** Empty when the text is blank, longer than so many characters, or not all visible. */
  public static Optional<String> of(String text, int longest) {
    String stripped = text.strip();
    return stripped.isEmpty()
            || stripped.codePointCount(0, stripped.length()) > longest
            || stripped.codePoints().anyMatch(VisibleName::isInvisible)
        ? Optional.empty()
        : Optional.of(stripped);
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
