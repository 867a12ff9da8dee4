package fr.liaison.directory.practitioner;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The national identification of a person: a type digit followed by the identifier of that type
 * ({@code 8} RPPS, {@code 0} ADELI, {@code 3} staff vouched for by a structure). RPPS and ADELI
 * numbers carry a Luhn check digit, which never holds over the prefixed form. Prints only its type.
 */
public record NationalId(String value) {
  private static final int RPPS_DIGITS = 11;
  private static final int ADELI_DIGITS = 9;
  private static final Pattern LOCAL = Pattern.compile("[0-9A-Z]{9,14}/[0-9A-Za-z._-]{1,32}");

  /** Empty when the pair is not a well-formed identifier with a correct check digit. */
  public static Optional<NationalId> of(String type, String identifier) {
    boolean valid =
        switch (type) {
          case "8" -> isDigits(identifier, RPPS_DIGITS) && luhn(identifier);
          case "0" -> isDigits(identifier, ADELI_DIGITS) && luhn(identifier);
          case "1", "3", "4", "5", "6" -> LOCAL.matcher(identifier).matches();
          case String unknown -> false;
        };
    return valid ? Optional.of(new NationalId(type + identifier)) : Optional.empty();
  }

  /** As {@link #of}, whatever the check digit: for realms of test identities only. */
  public static Optional<NationalId> ofAnyCheckDigit(String type, String identifier) {
    boolean numbered =
        switch (type) {
          case "8" -> isDigits(identifier, RPPS_DIGITS);
          case "0" -> isDigits(identifier, ADELI_DIGITS);
          case String other -> false;
        };
    return numbered ? Optional.of(new NationalId(type + identifier)) : of(type, identifier);
  }

  /** Reads the prefixed form, as tokens carry it. */
  public static Optional<NationalId> parse(String prefixed) {
    return prefixed.isEmpty()
        ? Optional.empty()
        : of(prefixed.substring(0, 1), prefixed.substring(1));
  }

  /** Whether a structure, rather than a national order, vouches for the person. */
  public boolean vouchedByStructure() {
    return value.charAt(0) != '8' && value.charAt(0) != '0';
  }

  /** Computes the digit that makes {@code digits} followed by it pass the Luhn check. */
  public static int checkDigit(String digits) {
    return (10 - luhnSum(digits + '0') % 10) % 10;
  }

  /** By hand, as an import asks it of each of millions of rows. */
  private static boolean isDigits(String text, int length) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == length;
  }

  private static boolean luhn(String digits) {
    return luhnSum(digits) % 10 == 0;
  }

  private static int luhnSum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum;
  }

  @Override
  public String toString() {
    return "NationalId[" + value.charAt(0) + "…]";
  }
}
