package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One usable row: a person, one exercise of theirs and one place where they practise. Cells the
 * file leaves empty are null; a locum stands in for others there. The hash tells repeated rows; it
 * covers every cell of the file.
 */
public record RegisterRow(
    long line,
    UUID hash,
    NationalId nationalId,
    String familyName,
    String givenName,
    @Nullable String civility,
    String professionCode,
    String profession,
    @Nullable ProfessionalCategory category,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire,
    Place place,
    boolean locum) {

  /** A structure and where it stands, its commune by INSEE code; every part may be unknown. */
  public record Place(
      @Nullable String structureId,
      @Nullable String structureName,
      @Nullable String postalCode,
      @Nullable String commune,
      @Nullable String town,
      @Nullable String sector) {}

  @Override
  public String toString() {
    return "RegisterRow[line=" + line + "]";
  }
}
