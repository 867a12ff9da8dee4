package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.NationalId;
import java.util.Optional;

/** Whom a row speaks of, by the type, identifier and national identification that it states. */
public sealed interface StatedIdentity {
  /** A person; certain unless only the check digit is wrong and that is tolerated. */
  record Known(NationalId id, boolean certain) implements StatedIdentity {
    /** The row, in doubt where its identity is. */
    <R> Reading<R> with(R row) {
      return certain
          ? new Reading.Usable<>(row)
          : new Reading.Doubtful<>(row, DefectReason.WRONG_CHECK_DIGIT);
    }
  }

  record Wrong(DefectReason reason) implements StatedIdentity {}

  /** The national identification may be empty; where it is not, it must be of the same person. */
  static StatedIdentity of(
      String type, String identifier, String nationalId, CheckDigits checkDigits) {
    Optional<NationalId> checked = NationalId.of(type, identifier);
    Optional<NationalId> id =
        checked.isEmpty() && checkDigits == CheckDigits.WARN
            ? NationalId.ofAnyCheckDigit(type, identifier)
            : checked;
    if (id.isEmpty()) {
      return new Wrong(DefectReason.BAD_IDENTIFIER);
    }
    return nationalId.isEmpty() || nationalId.equals(id.get().value())
        ? new Known(id.get(), checked.isPresent())
        : new Wrong(DefectReason.IDENTIFIER_MISMATCH);
  }
}
