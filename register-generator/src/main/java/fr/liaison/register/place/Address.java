package fr.liaison.register.place;

/**
 * Where a structure stands; what is not known is empty. Exactly one of town and cedex may stand
 * alone; abroad the postal code is {@code GL}.
 */
public record Address(
    Street street,
    String recipient,
    String distribution,
    String cedex,
    String postalCode,
    String communeCode,
    String town,
    String countryCode,
    String country,
    String departmentCode,
    String department,
    String cityKey) {

  /** The line of a street. */
  public record Street(
      String number, String repetition, String typeCode, String type, String name) {}
}
