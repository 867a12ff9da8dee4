package fr.liaison.directory.practitioner;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for a person, and for whom the person stands in: agreed by both, now or within the
 * month to come, the earliest first. It opens nothing; whoever writes chooses whom they write to.
 */
@Schema(description = "Accepted locum duties of now and of the next 30 days")
public record Replacement(
    @Schema(description = "Who stands in for this person") @Nullable List<Duty> replacedBy,
    @Schema(description = "For whom this person stands in") @Nullable List<Duty> replaces) {

  /** The other person and the days, both included. Prints only the id. */
  @Schema(
      name = "ReplacementDuty",
      requiredProperties = {
        "practitionerId",
        "givenName",
        "familyName",
        "profession",
        "startsOn",
        "endsOn"
      })
  public record Duty(
      UUID practitionerId,
      String givenName,
      String familyName,
      @Nullable String civility,
      String profession,
      LocalDate startsOn,
      LocalDate endsOn,
      @Nullable Standing standing) {

    public Duty(
        UUID practitionerId,
        String givenName,
        String familyName,
        @Nullable String civility,
        String profession,
        LocalDate startsOn,
        LocalDate endsOn) {
      this(practitionerId, givenName, familyName, civility, profession, startsOn, endsOn, null);
    }

    @Override
    public String toString() {
      return "Duty[" + practitionerId + "]";
    }
  }
}
