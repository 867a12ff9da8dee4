package fr.liaison.directory.staff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A structure the caller may invite for; without words where nobody of the register is left. */
@Schema(requiredProperties = "id")
public record AdministeredStructure(
    String id, @Nullable String name, @Nullable String postalCode, @Nullable String town) {

  /** All structures that one person administers. */
  @Schema(name = "AdministeredStructureList", requiredProperties = "items")
  public record Listing(List<AdministeredStructure> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
