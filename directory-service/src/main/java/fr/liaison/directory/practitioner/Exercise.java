package fr.liaison.directory.practitioner;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One profession of a person with, perhaps, a speciality, as a row of the register states it.
 * Stored as {@code code|label|speciality code|speciality|category}: the register's own separator,
 * which no cell can hold. The category stands last and is missing where nobody stated one.
 */
public record Exercise(
    String professionCode,
    String profession,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire,
    @Nullable ProfessionalCategory category) {
  private static final int PARTS_WITHOUT_CATEGORY = 4;
  private static final int PARTS = 5;

  public Exercise(
      String professionCode,
      String profession,
      @Nullable String savoirFaireCode,
      @Nullable String savoirFaire) {
    this(professionCode, profession, savoirFaireCode, savoirFaire, null);
  }

  /** Reads what {@link #stored} wrote. */
  public static Exercise of(String stored) {
    String[] parts = stored.split("\\|", PARTS);
    if (parts.length != PARTS && parts.length != PARTS_WITHOUT_CATEGORY) {
      throw new IllegalArgumentException("an exercise has four parts or five");
    }
    return new Exercise(
        parts[0],
        parts[1],
        parts[2].isEmpty() ? null : parts[2],
        parts[3].isEmpty() ? null : parts[3],
        parts.length == PARTS ? ProfessionalCategory.of(parts[PARTS - 1]) : null);
  }

  public String stored() {
    String words =
        String.join(
            "|",
            professionCode,
            profession,
            savoirFaireCode == null ? "" : savoirFaireCode,
            savoirFaire == null ? "" : savoirFaire);
    return category == null ? words : words + "|" + category.code();
  }

  public Exercise with(@Nullable ProfessionalCategory stated) {
    return new Exercise(professionCode, profession, savoirFaireCode, savoirFaire, stated);
  }

  public boolean isStudent() {
    return category == ProfessionalCategory.student;
  }

  /** Whether it is the same profession and speciality, in whatever capacity. */
  public boolean isLike(Exercise other) {
    return with(null).equals(other.with(null));
  }

  /**
   * In what capacity somebody with these exercises has the profession: as a student only where
   * every one of them is. Null where none of them says.
   */
  public static @Nullable ProfessionalCategory categoryOf(
      List<Exercise> exercises, String professionCode) {
    return categoryOf(
        exercises.stream().filter(one -> one.professionCode().equals(professionCode)));
  }

  /** The same for a profession as situations name it: by its words. */
  public static @Nullable ProfessionalCategory categoryAs(
      List<Exercise> exercises, String profession) {
    return categoryOf(exercises.stream().filter(one -> one.profession().equals(profession)));
  }

  private static @Nullable ProfessionalCategory categoryOf(Stream<Exercise> practised) {
    return practised
        .sorted((one, other) -> Boolean.compare(one.isStudent(), other.isStudent()))
        .map(Exercise::category)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
