package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.register.file.CheckDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;

/**
 * The national numbers that a Practitioner bears: the prefixed form (IDNPS), and RPPS and ADELI
 * numbers alone. Of several, the one of RPPS is who the person is and an ADELI number a former one.
 */
final class Identities {
  /** The national identification of a person: a digit for its type, then the identifier. */
  static final String PERSON = "urn:oid:1.2.250.1.71.4.2.1";

  private static final String RPPS = "https://rpps.esante.gouv.fr";

  private final CheckDigits checkDigits;

  Identities(CheckDigits checkDigits) {
    this.checkDigits = checkDigits;
  }

  /** Who somebody is, and who they were. */
  record Known(NationalId id, List<NationalId> former) {}

  /** Empty where no number is usable, or two say that it is different people. */
  Optional<Known> of(Practitioner practitioner) {
    List<NationalId> present = new ArrayList<>();
    List<NationalId> adeli = new ArrayList<>();
    for (Identifier identifier : practitioner.getIdentifier()) {
      Optional<NationalId> id = read(identifier);
      if (id.isPresent()) {
        List<NationalId> numbers = id.get().value().charAt(0) == '0' ? adeli : present;
        if (!numbers.contains(id.get())) {
          numbers.add(id.get());
        }
      }
    }
    if (present.size() == 1) {
      return Optional.of(new Known(present.getFirst(), List.copyOf(adeli)));
    }
    return present.isEmpty() && adeli.size() == 1
        ? Optional.of(new Known(adeli.getFirst(), List.of()))
        : Optional.empty();
  }

  private Optional<NationalId> read(Identifier identifier) {
    String system = identifier.getSystem();
    String value = identifier.getValue();
    if (system == null || value == null || value.isBlank()) {
      return Optional.empty();
    }
    String number = value.strip();
    return switch (system) {
      case PERSON -> typed(number.substring(0, 1), number.substring(1));
      case RPPS -> typed("8", number);
      // Its system had several addresses, and the interface gives it up.
      case String other when other.toLowerCase(java.util.Locale.ROOT).contains("adeli") ->
          typed("0", number);
      case String unknown -> Optional.empty();
    };
  }

  private Optional<NationalId> typed(String type, String number) {
    return checkDigits == CheckDigits.WARN
        ? NationalId.ofAnyCheckDigit(type, number)
        : NationalId.of(type, number);
  }
}
