package fr.liaison.directory.practitioner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What sets a person apart from the professionals of the register, for lists that show no whole
 * card. Nobody who holds their profession in full has one.
 */
@Schema(
    name = "Standing",
    description =
        "What sets the person apart from the professionals of the register: a student, somebody"
            + " invited by a structure, or somebody else a structure vouches for. Absent for"
            + " professionals")
public enum Standing {
  student,
  invited,
  vouched;

  /** The profession code of everybody invited, whatever their function. */
  public static final String INVITED_CODE = "INVITE";

  /** What tells it in a statement that calls a row of {@code practitioner} so; null for none. */
  public static String sql(String practitioner) {
    return """
        case when (select bool_and(split_part(e.exercise, '|', 5) = 'E')
                   from unnest(%1$s.exercises) as e (exercise)
                   where split_part(e.exercise, '|', 1) = %1$s.profession_code) then 'student'
             when %1$s.profession_code = '%2$s' then 'invited'
             when %1$s.source = 'structure' then 'vouched' end\
        """
        .formatted(practitioner, INVITED_CODE);
  }

  /** Reads what {@link #sql} told. */
  public static @Nullable Standing of(@Nullable String told) {
    return told == null ? null : valueOf(told);
  }
}
