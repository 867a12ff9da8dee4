package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of the people found have a profession. Invited people are one group, whatever their
 * functions. Students and those a structure vouches for are counted apart where a structure's
 * people are told; in a search they are part of what its code finds.
 */
@Schema(requiredProperties = {"code", "label", "count"})
public record FoundProfession(String code, String label, int count, @Nullable Standing standing) {
  private static final String INVITED = "Personne invitée par une structure";

  public FoundProfession(String code, String label, int count) {
    this(code, label, count, null);
  }

  /** The same group in the words for it: functions of invited people are no profession. */
  public static FoundProfession of(
      String code, String label, int count, @Nullable Standing standing) {
    return code.equals(Standing.INVITED_CODE)
        ? new FoundProfession(code, INVITED, count, Standing.invited)
        : new FoundProfession(code, label, count, standing);
  }
}
