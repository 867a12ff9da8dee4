package fr.liaison.directory.card;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.practitioner.Replacement;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the service signs: the card, the day of the register it comes from, and whether the person
 * could be written to, here and by MSSanté, and was replaced at that moment. The digest covers the
 * card alone, so it stays while only the dates go on.
 */
@Schema(
    description = "The payload of a signed card, as JSON",
    requiredProperties = {"version", "issuedAt", "registerDate", "reachable", "digest", "card"})
public record CardStatement(
    int version,
    Instant issuedAt,
    LocalDate registerDate,
    boolean reachable,
    Bytes digest,
    CardContent card,
    @Schema(description = "Outside the digest: it comes and goes with the days")
        @Nullable Replacement replacement,
    @Schema(description = "Has a published MSSanté mailbox; outside the digest, unsaid formerly")
        @Nullable Boolean mssante) {

  public CardStatement(
      int version,
      Instant issuedAt,
      LocalDate registerDate,
      boolean reachable,
      Bytes digest,
      CardContent card) {
    this(version, issuedAt, registerDate, reachable, digest, card, null, null);
  }

  static final int VERSION = 1;
}
