package fr.liaison.directory.practitioner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One savoir-faire of a person, such as a speciality, as the register's own file of them states it.
 * Stored like an {@link Exercise}, with the register's separator.
 */
@Schema(
    name = "Skill",
    requiredProperties = {"code", "label"})
public record Skill(
    @Schema(description = "Of the national list, such as SM54") String code,
    String label,
    @Schema(description = "The family of it, such as an ordinary speciality") @Nullable String type,
    @Schema(description = "The profession it belongs to") @Nullable String profession) {
  private static final int PARTS = 4;

  /** Reads what {@link #stored} wrote. */
  public static Skill of(String stored) {
    String[] parts = stored.split("\\|", PARTS);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("a skill has four parts");
    }
    return new Skill(
        parts[0],
        parts[1],
        parts[2].isEmpty() ? null : parts[2],
        parts[3].isEmpty() ? null : parts[3]);
  }

  public String stored() {
    return String.join(
        "|", code, label, type == null ? "" : type, profession == null ? "" : profession);
  }
}
