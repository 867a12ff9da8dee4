package fr.liaison.client.card;

import fr.liaison.client.api.Practitioner;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directory said of a person at a moment, and signed. What is null was not said, as on
 * former cards. Only {@link VerifyCard} makes one. Prints only the id.
 *
 * @param digest of who, as what and where; compared with that of another card, never recomputed
 * @param careProfession whether the profession is one of care, or of helping with it by law
 * @param mssante whether a published MSSanté mailbox leads to the person
 */
public record CardStatement(
    Instant issuedAt,
    Bytes digest,
    Practitioner person,
    boolean careProfession,
    @Nullable List<Skill> skills,
    @Nullable List<Qualification> qualifications,
    @Nullable Boolean mssante,
    @Nullable Replacement replacement) {

  /** Whether the register lists the person no more: nobody reads what is sent to them. */
  public boolean departed() {
    return person.registerStatus().equals("departed");
  }

  @Override
  public String toString() {
    return "CardStatement[" + person.id() + "]";
  }
}
