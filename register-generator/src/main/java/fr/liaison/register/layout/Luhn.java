package fr.liaison.register.layout;

/** The check digit of RPPS, ADELI, FINESS, SIREN and SIRET numbers. */
public final class Luhn {
  private Luhn() {}

  /** The digits followed by the one that makes the whole pass the check. */
  public static String complete(String digits) {
    return digits + (10 - sum(digits + '0') % 10) % 10;
  }

  /** Whether these are digits that pass the check. */
  public static boolean holds(String number) {
    return !number.isEmpty()
        && number.chars().allMatch(c -> c >= '0' && c <= '9')
        && sum(number) % 10 == 0;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum;
  }
}
