package fr.liaison.register.place;

/** A department by its code, such as {@code 44}, {@code 2A} or {@code 974}. */
public record Department(String code, String name, int thousands) {
  /** The first digits of its postal codes and, in synthetic files, of its FINESS numbers. */
  public String postalPrefix() {
    return code.startsWith("2A") || code.startsWith("2B") ? "20" : code;
  }
}
