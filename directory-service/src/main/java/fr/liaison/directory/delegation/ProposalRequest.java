package fr.liaison.directory.delegation;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, for which days, and for whom: the caller, unless a structure's administrator asks.
 */
@Schema(requiredProperties = {"locumId", "startsOn", "endsOn"})
public record ProposalRequest(
    @Nullable UUID locumId,
    @Schema(description = "Today or later, at most a year ahead", examples = "2026-12-21")
        @Nullable LocalDate startsOn,
    @Schema(
            description = "The last day, included, at most six months after the first",
            examples = "2027-01-03")
        @Nullable LocalDate endsOn,
    @Schema(description = "Who is replaced; only together with structureId")
        @Nullable UUID replacedId,
    @Schema(
            description = "A FINESS structure the caller administers and that person practises at",
            examples = "F440900017")
        @Nullable String structureId) {
  @Override
  public String toString() {
    return "ProposalRequest[]";
  }
}
