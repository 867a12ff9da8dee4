package fr.liaison.directory.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** People to be found in the register, as the caller's list has them. Prints nothing. */
@Schema(
    requiredProperties = "rows",
    examples =
        """
        {"rows": [{"mssante": "claire.moreau@medecin.mssante.example"}, \
        {"familyName": "MOREAU", "givenName": "Claire", "town": "Nantes"}]}""")
public record MatchRequest(
    @Schema(type = SchemaType.ARRAY, minItems = 1, maxItems = 200)
        @Nullable List<@Nullable Row> rows) {

  /** What the list says of one person: an MSSanté address, an RPPS number, or both names. */
  @Schema(name = "MatchRow")
  public record Row(
      @Schema(maxLength = 254, examples = "claire.moreau@medecin.mssante.example")
          @Nullable String mssante,
      @Schema(description = "11 digits", maxLength = 11, examples = "99700219001")
          @Nullable String rpps,
      @Schema(maxLength = 100, examples = "MOREAU") @Nullable String familyName,
      @Schema(maxLength = 100, examples = "Claire") @Nullable String givenName,
      @Schema(
              description = "In whatever words; tells homonyms apart",
              maxLength = 100,
              examples = "Infirmière")
          @Nullable String profession,
      @Schema(maxLength = 5, examples = "44000") @Nullable String postalCode,
      @Schema(maxLength = 100, examples = "Nantes") @Nullable String town) {
    @Override
    public String toString() {
      return "Row[]";
    }
  }

  @Override
  public String toString() {
    return "MatchRequest[]";
  }
}
