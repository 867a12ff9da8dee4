package fr.liaison.register.layout;

/** Numbers of a fixed width, written without regard to the locale. */
public final class Digits {
  private Digits() {}

  /** The number with zeros in front of it; throws when it has more digits than that. */
  public static String of(long number, int width) {
    String digits = Long.toString(number);
    if (number < 0 || digits.length() > width) {
      throw new IllegalArgumentException("number: " + number + " (expected: " + width + " digits)");
    }
    return "0".repeat(width - digits.length()) + digits;
  }
}
