package fr.liaison.register.structure;

import fr.liaison.register.place.Address;
import org.jspecify.annotations.Nullable;

/**
 * A place where professionals practise; numbers it has not are empty.
 *
 * @param address null when the register does not know it
 */
public record Structure(
    StructureKind kind,
    Numbers numbers,
    Naming naming,
    @Nullable Address address,
    Contact contact) {

  /** What identifies it. */
  public record Numbers(
      String technicalId,
      String formerId,
      String siret,
      String siren,
      String finess,
      String legalFiness) {}

  /** What it is called: the company, and the sign above its door where that is another. */
  public record Naming(String company, String trade) {}

  /** How to reach it. */
  public record Contact(String telephone, String telephone2, String fax, String email) {}

  /** The same without an address. */
  public Structure withoutAddress() {
    return new Structure(kind, numbers, naming, null, contact);
  }

  /** The same at another address. */
  public Structure at(Address other) {
    return new Structure(kind, numbers, naming, other, contact);
  }
}
