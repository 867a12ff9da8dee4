package fr.liaison.directory.staff;

import fr.liaison.directory.software.Place;
import fr.liaison.directory.software.StructureIdentifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A structure somebody may invite for; without words where nobody of the register is left. */
@Schema(requiredProperties = "id")
public record AdministeredStructure(
    String id, @Nullable String name, @Nullable String postalCode, @Nullable String town) {
  static AdministeredStructure of(StructureIdentifier id, Place place) {
    return new AdministeredStructure(
        id.value(), place.structureName(), place.postalCode(), place.town());
  }

  /** All structures that one person administers. */
  @Schema(name = "AdministeredStructureList", requiredProperties = "items")
  public record Listing(List<AdministeredStructure> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
