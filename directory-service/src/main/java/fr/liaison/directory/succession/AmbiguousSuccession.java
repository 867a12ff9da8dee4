package fr.liaison.directory.succession;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody known by an ADELI number whose successor is not certain; names nobody. */
@Schema(
    name = "AmbiguousSuccession",
    requiredProperties = {"practitionerId", "lines", "reason"})
public record AmbiguousSuccession(
    @Schema(description = "The entry known by its ADELI number") UUID practitionerId,
    @Schema(description = "The first line of each person of the file who may be the same")
        List<Long> lines,
    Reason reason) {

  /** Why nobody was carried over. */
  @Schema(name = "AmbiguousSuccessionReason")
  public enum Reason {
    /** Several people under RPPS fit. */
    several_candidates,
    /** Several people under ADELI fit the same candidate. */
    several_predecessors,
    /** The candidate has an entry of their own already. */
    known_already,
    /** The ADELI number is still listed beside the candidate. */
    both_listed,
    /** Only the postal code is the same, no structure. */
    place_alone
  }
}
