package fr.liaison.directory.software;

import fr.liaison.directory.practitioner.NationalId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The register's technical identifier of a structure: {@code F} and a FINESS number, {@code C} and
 * a SIRET number, {@code R} and an RPPS-rang. The register has no check over it.
 */
public record StructureIdentifier(String value) {
  private static final Pattern FORM = Pattern.compile("F[0-9][0-9AB][0-9]{7}|[CR][0-9]{14}");

  /** Empty when the text is no such identifier. */
  public static Optional<StructureIdentifier> of(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new StructureIdentifier(text))
        : Optional.empty();
  }

  /** The identification of a participant this structure answers for (nomenclature TRE_G08). */
  public Optional<NationalId> participant(String localId) {
    String type =
        switch (value.charAt(0)) {
          case 'F' -> "1";
          case 'C' -> "3";
          default -> "4";
        };
    return NationalId.of(type, value.substring(1) + "/" + localId);
  }
}
