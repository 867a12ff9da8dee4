package fr.liaison.directory.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A value of a token parameter: {@code system|code}, {@code |code} or {@code code}. A null system
 * means any, an empty one that there is none. Prints nothing of it.
 */
record Token(@Nullable String system, String code) {
  static Token of(String text) {
    int bar = text.indexOf('|');
    return bar < 0
        ? new Token(null, text)
        : new Token(text.substring(0, bar), text.substring(bar + 1));
  }

  /** Whether it may speak of this system. */
  boolean isOf(String other) {
    return system == null || CodeSystems.isNamed(other, system);
  }

  @Override
  public String toString() {
    return "Token[]";
  }
}
