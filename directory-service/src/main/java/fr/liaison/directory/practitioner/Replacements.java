package fr.liaison.directory.practitioner;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a card says of accepted delegations. Nothing of people who departed or are suspended, on
 * either side, whatever the table still says of them.
 */
@ApplicationScoped
public class Replacements {
  /** The days of a delegation are those of French clocks. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final int ANNOUNCED_DAYS = 30;
  private static final int MOST = 5;

  private final Clock clock = Clock.systemUTC();

  /** Empty when there is nothing to say. */
  public Optional<Replacement> of(Transaction transaction, PractitionerId person) {
    List<Replacement.Duty> replacedBy = duties(transaction, "replaced_id", "locum_id", person);
    List<Replacement.Duty> replaces = duties(transaction, "locum_id", "replaced_id", person);
    return replacedBy.isEmpty() && replaces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Replacement(
                replacedBy.isEmpty() ? null : replacedBy, replaces.isEmpty() ? null : replaces));
  }

  private List<Replacement.Duty> duties(
      Transaction transaction, String own, String other, PractitionerId person) {
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    return transaction.rows(
        Replacements::duty,
        """
        select p.*, d.starts_on, d.ends_on, %s as standing
        from delegation d
        join practitioner p on p.id = d.%s and p.status = 'active'
        join practitioner self on self.id = d.%s and self.status = 'active'
        where d.%s = $1 and d.state = 'accepted' and d.ends_on >= $2 and d.starts_on <= $3
        order by d.starts_on, d.id limit $4
        """
            .formatted(Standing.sql("p"), other, own, own),
        person.value(),
        today,
        today.plusDays(ANNOUNCED_DAYS),
        MOST);
  }

  private static Replacement.Duty duty(Row row) {
    return new Replacement.Duty(
        row.getUUID("id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("civility"),
        row.getString("profession"),
        row.getLocalDate("starts_on"),
        row.getLocalDate("ends_on"),
        Standing.of(row.getString("standing")));
  }
}
