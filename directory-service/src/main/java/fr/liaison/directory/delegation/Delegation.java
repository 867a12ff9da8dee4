package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delegation as its two people, and whoever proposed it, see it. Prints only the id. */
@Schema(
    requiredProperties = {"id", "replaced", "locum", "startsOn", "endsOn", "state", "proposedAt"})
public record Delegation(
    UUID id,
    Party replaced,
    Party locum,
    @Schema(examples = "2026-12-21") LocalDate startsOn,
    @Schema(description = "The last day, included", examples = "2027-01-03") LocalDate endsOn,
    State state,
    @Schema(description = "Only of one that ended") @Nullable EndReason endReason,
    Instant proposedAt,
    @Schema(
            description = "Whose administrator proposed it; absent where the person did",
            examples = "F440900017")
        @Nullable String structureId) {

  /** Where it stands today. */
  @Schema(name = "DelegationState")
  public enum State {
    proposed,
    upcoming,
    current,
    ended
  }

  /** Why it ended. {@code unavailable} says that one of the two departed or is suspended. */
  @Schema(name = "DelegationEndReason")
  public enum EndReason {
    declined,
    withdrawn,
    ended,
    over,
    unanswered,
    unavailable
  }

  /** One of the two people. Prints only the id. */
  @Schema(
      name = "DelegationParty",
      requiredProperties = {"practitionerId", "givenName", "familyName", "profession"})
  public record Party(
      UUID practitionerId,
      String givenName,
      String familyName,
      @Nullable String civility,
      String profession,
      @Nullable Standing standing) {

    public Party(
        UUID practitionerId,
        String givenName,
        String familyName,
        @Nullable String civility,
        String profession) {
      this(practitionerId, givenName, familyName, civility, profession, null);
    }

    @Override
    public String toString() {
      return "Party[" + practitionerId + "]";
    }
  }

  /** Delegations the caller has a part in, the latest beginning first. */
  @Schema(name = "DelegationList", requiredProperties = "items")
  public record Listing(List<Delegation> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }

  @Override
  public String toString() {
    return "Delegation[" + id + "]";
  }
}
