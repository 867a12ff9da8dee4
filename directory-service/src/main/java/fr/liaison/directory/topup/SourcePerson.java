package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.NationalId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as the source states them now, with everything of theirs. The identity of somebody the
 * source calls inactive is all that is known of them. Prints nothing.
 */
record SourcePerson(
    NationalId id, List<NationalId> former, Instant updatedAt, @Nullable Statement statement) {

  /** What an active person is. */
  record Statement(
      String familyName,
      String givenName,
      @Nullable String civility,
      List<Exercise> exercises,
      List<SourcePlace> places,
      SourceDetails details) {
    @Override
    public String toString() {
      return "Statement[]";
    }
  }

  boolean isActive() {
    return statement != null;
  }

  @Override
  public String toString() {
    return "SourcePerson[]";
  }
}
