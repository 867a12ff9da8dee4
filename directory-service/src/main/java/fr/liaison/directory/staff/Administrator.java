package fr.liaison.directory.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who may invite for a structure, and whether they can at present. Prints only the id. */
@Schema(
    name = "StructureAdministrator",
    requiredProperties = {"practitionerId", "givenName", "familyName", "active", "namedAt"})
public record Administrator(
    UUID practitionerId,
    String givenName,
    String familyName,
    @Schema(description = "False for somebody who departed or is suspended") boolean active,
    Instant namedAt) {
  @Override
  public String toString() {
    return "Administrator[" + practitionerId + "]";
  }

  /** All administrators of a structure, and which one it is, so that nobody is named by a slip. */
  @Schema(name = "StructureAdministratorList", requiredProperties = "items")
  public record Listing(
      List<Administrator> items,
      @Schema(description = "Absent where nobody of the register practises: nobody can be named")
          @Nullable AdministeredStructure structure) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
