package fr.liaison.register.person;

import fr.liaison.register.layout.Digits;
import fr.liaison.register.layout.Luhn;

/**
 * A professional's number, valid and of a range for fiction: RPPS from 997 and seven digits (up to
 * some seventy thousand people 99700, the range reserved for tests), ADELI from the department 99,
 * which stands for other countries. The numbers of the demonstration people stay free.
 */
public record NationalNumber(String type, String identifier) {
  private static final long FIRST = 30_000;
  private static final long DEMONSTRATION = 99_900;
  private static final long DEMONSTRATION_NUMBERS = 100;

  static NationalNumber rpps(long person) {
    long number = FIRST + person;
    long free = number < DEMONSTRATION ? number : number + DEMONSTRATION_NUMBERS;
    return new NationalNumber("8", Luhn.complete("997" + Digits.of(free, 7)));
  }

  static NationalNumber adeli(long ordinal) {
    return new NationalNumber("0", Luhn.complete("99" + Digits.of(ordinal, 6)));
  }

  /** Identification nationale PP: the type and the number. */
  public String nationalId() {
    return type + identifier;
  }
}
