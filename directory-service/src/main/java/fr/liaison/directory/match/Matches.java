package fr.liaison.directory.match;

import fr.liaison.directory.practitioner.Practitioner;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the register knows of each row, in the order of the rows. Prints nothing. */
@Schema(
    requiredProperties = "items",
    examples =
        """
        {"items": [{"confidence": "certain", "more": false, "candidates": [{"person": \
        {"id": "01990000-0000-7000-8000-000000000001", "nationalId": "899700219001", \
        "givenName": "Claire", "familyName": "MOREAU", "professionCode": "10", \
        "profession": "Médecin", "situations": [{"postalCode": "44000", "town": "Nantes", \
        "profession": "Médecin"}], "registerStatus": "active", "registerDate": "2026-11-20", \
        "source": "register", "reachable": true}, "reasons": ["name", "place"]}]}, \
        {"confidence": "none", "candidates": [], "more": false}], \
        "registerDate": "2026-11-20"}""")
public record Matches(List<Match> items, @Nullable LocalDate registerDate) {

  /**
   * {@code certain} has one candidate, {@code ambiguous} some that the person has to choose from,
   * {@code none} nobody.
   */
  @Schema(name = "MatchConfidence")
  public enum Confidence {
    certain,
    ambiguous,
    none
  }

  /** In what a candidate agrees with the row. */
  @Schema(name = "MatchReason")
  public enum Reason {
    mssante,
    rpps,
    name,
    nearName,
    place,
    profession
  }

  /** Somebody the row may mean. */
  @Schema(
      name = "MatchCandidate",
      requiredProperties = {"person", "reasons"})
  public record Candidate(Practitioner person, List<Reason> reasons) {}

  /** Of one row; {@code more} where there are more candidates than are answered. */
  @Schema(
      name = "Match",
      requiredProperties = {"confidence", "candidates", "more"})
  public record Match(Confidence confidence, List<Candidate> candidates, boolean more) {
    static final Match NONE = new Match(Confidence.none, List.of(), false);

    static Match certain(Candidate one) {
      return new Match(Confidence.certain, List.of(one), false);
    }
  }

  long count(Confidence confidence) {
    return items.stream().filter(match -> match.confidence() == confidence).count();
  }

  @Override
  public String toString() {
    return "Matches[" + items.size() + "]";
  }
}
