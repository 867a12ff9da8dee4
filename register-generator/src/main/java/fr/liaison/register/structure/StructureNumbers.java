package fr.liaison.register.structure;

import fr.liaison.register.layout.Digits;
import fr.liaison.register.layout.Luhn;
import fr.liaison.register.place.Department;

/**
 * Numbers of structures, valid by their check digits and of ranges not given out: SIREN from 999,
 * the six digits of a FINESS number after its department from 9.
 */
final class StructureNumbers {
  private static final int SPAN = 100_000;

  private StructureNumbers() {}

  static Structure.Numbers of(StructureKind kind, int ordinal, Department department) {
    String siren = Luhn.complete("999" + Digits.of(ordinal % SPAN, 5));
    String siret = Luhn.complete(siren + Digits.of(1 + ordinal / SPAN, 4));
    if (!kind.hasFiness()) {
      return new Structure.Numbers("C" + siret, "3" + siret, siret, siren, "", "");
    }
    String finess = finess(department, 9, ordinal);
    String legal = finess(department, 8, ordinal);
    return new Structure.Numbers("F" + finess, "1" + finess, siret, siren, finess, legal);
  }

  /** A practice of one person is known by that person's number and a rank. */
  static Structure.Numbers ofPractice(boolean adeli, String identifier, int rank) {
    String number = identifier + Digits.of(rank, 3);
    return adeli
        ? new Structure.Numbers("C" + number, "0" + number, "", "", "", "")
        : new Structure.Numbers("R" + number, "4" + number, "", "", "", "");
  }

  private static String finess(Department department, int range, int ordinal) {
    String prefix = department.postalPrefix().substring(0, 2);
    return Luhn.complete(prefix + range + Digits.of(ordinal, 5));
  }
}
