package fr.liaison.directory.practitioner;

import org.jspecify.annotations.Nullable;

/**
 * One profession of a person with, perhaps, a speciality, as a row of the register states it.
 * Stored as {@code code|label|speciality code|speciality}: the register's own separator, which no
 * cell can hold.
 */
public record Exercise(
    String professionCode,
    String profession,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire) {

  /** Reads what {@link #stored} wrote. */
  public static Exercise of(String stored) {
    String[] parts = stored.split("\\|", 4);
    if (parts.length != 4) {
      throw new IllegalArgumentException("an exercise has four parts");
    }
    return new Exercise(
        parts[0],
        parts[1],
        parts[2].isEmpty() ? null : parts[2],
        parts[3].isEmpty() ? null : parts[3]);
  }

  public String stored() {
    return String.join(
        "|",
        professionCode,
        profession,
        savoirFaireCode == null ? "" : savoirFaireCode,
        savoirFaire == null ? "" : savoirFaire);
  }
}
