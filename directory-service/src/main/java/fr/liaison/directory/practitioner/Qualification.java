package fr.liaison.directory.practitioner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One diploma of a person, or one authorisation to practise. Stored like an {@link Exercise}, with
 * the register's separator; the codes stand last, and are missing where a file had none or was read
 * before they were kept.
 */
@Schema(
    name = "Qualification",
    requiredProperties = {"kind", "label"})
public record Qualification(
    Kind kind,
    String label,
    @Schema(description = "The family of a diploma") @Nullable String type,
    @Schema(description = "What an authorisation is for") @Nullable String discipline,
    @Schema(description = "Of the national list that the family names, such as DE28, or AM01")
        @Nullable String code,
    @Schema(description = "Of the family of a diploma, such as DE") @Nullable String typeCode) {
  private static final int PARTS_WITHOUT_CODES = 4;
  private static final int PARTS = 6;

  /** What was obtained: a diploma, or leave to practise without the usual one. */
  @Schema(name = "QualificationKind")
  public enum Kind {
    diploma,
    authorisation
  }

  /** Reads what {@link #stored} wrote. */
  public static Qualification of(String stored) {
    String[] parts = stored.split("\\|", PARTS);
    if (parts.length != PARTS && parts.length != PARTS_WITHOUT_CODES) {
      throw new IllegalArgumentException("a qualification has four parts or six");
    }
    return new Qualification(
        Kind.valueOf(parts[0]),
        parts[1],
        part(parts, 2),
        part(parts, 3),
        part(parts, PARTS_WITHOUT_CODES),
        part(parts, PARTS - 1));
  }

  public String stored() {
    String words = String.join("|", kind.name(), label, text(type), text(discipline));
    String codes = text(code) + "|" + text(typeCode);
    return codes.equals("|") ? words : words + "|" + codes;
  }

  private static @Nullable String part(String[] parts, int at) {
    return at >= parts.length || parts[at].isEmpty() ? null : parts[at];
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
