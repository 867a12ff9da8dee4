package fr.liaison.keycloak.psc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The national identifier of a person of the register: `8` followed by the eleven digits of the
 * RPPS number, whose last one is a Luhn check digit. Other kinds (ADELI, structure and local id)
 * never come through Pro Santé Connect into Liaison and are refused.
 */
record NationalId(String value) {
  private static final Pattern SHAPE = Pattern.compile("8[0-9]{11}");

  static Optional<NationalId> parse(String text) {
    return SHAPE.matcher(text).matches() && luhnHolds(text.substring(1))
        ? Optional.of(new NationalId(text))
        : Optional.empty();
  }

  /** The prefixed form does not satisfy Luhn: only the RPPS digits do. */
  private static boolean luhnHolds(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** Never the number itself: this may end in a log. */
  @Override
  public String toString() {
    return "NationalId[…]";
  }
}
