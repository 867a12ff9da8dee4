package fr.liaison.client.card;

import fr.liaison.client.id.PractitionerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accepted locum duties, now and of the next month: who stands in for the person, and for whom the
 * person does.
 */
public record Replacement(List<Duty> replacedBy, List<Duty> replaces) {
  public Replacement(@Nullable List<Duty> replacedBy, @Nullable List<Duty> replaces) {
    this.replacedBy = replacedBy == null ? List.of() : List.copyOf(replacedBy);
    this.replaces = replaces == null ? List.of() : List.copyOf(replaces);
  }

  /**
   * The other person, and the days with both ends included. The standing is {@code student}, {@code
   * invited} or {@code vouched}, and null for professionals of the register. Prints only the id.
   */
  public record Duty(
      PractitionerId practitionerId,
      String givenName,
      String familyName,
      @Nullable String civility,
      String profession,
      LocalDate startsOn,
      LocalDate endsOn,
      @Nullable String standing) {
    @Override
    public String toString() {
      return "Duty[" + practitionerId + "]";
    }
  }
}
