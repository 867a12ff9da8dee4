package fr.liaison.directory.register;

import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.software.OrphanedSoftware;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Makes the directory equal to the shadow tables inside the caller's transaction, so that readers
 * see the old register or the new one, never a mixture. Whoever leaves loses every device and the
 * account in the same transaction. Throws {@link RefusedFile} when too many would leave and nobody
 * accepted that.
 */
@ApplicationScoped
public class MergeShadow {
  private final RegisterPeople people;
  private final ProfessionCounts professionCounts;
  private final OrphanedSoftware orphanedSoftware;
  private final Departures departures;
  private final Revisions revisions;
  private final RegisterConfig config;

  MergeShadow(
      RegisterPeople people,
      ProfessionCounts professionCounts,
      OrphanedSoftware orphanedSoftware,
      Departures departures,
      Revisions revisions,
      RegisterConfig config) {
    this.people = people;
    this.professionCounts = professionCounts;
    this.orphanedSoftware = orphanedSoftware;
    this.departures = departures;
    this.revisions = revisions;
    this.config = config;
  }

  /** How the directory changed. */
  record Changes(
      long arrivals,
      long changes,
      long departures,
      long returns,
      boolean departuresAccepted,
      List<ProfessionCount> professions) {
    static final Changes NONE = new Changes(0, 0, 0, 0, false, List.of());
  }

  /** The people that were gathered, when the former register was, and what is accepted. */
  record Order(long expected, LocalDate lastListed, OffsetDateTime now, boolean acceptDepartures) {}

  Changes merge(Transaction transaction, Order order) {
    LocalDate lastListed = order.lastListed();
    OffsetDateTime now = order.now();
    var _ =
        transaction.rows(
            row -> row.getString(0),
            "select set_config('work_mem', $1, true)",
            config.sortMemory().asLongValue() / 1024 + "kB");
    RegisterPeople.Balance balance = people.balance(transaction);
    if (balance.shadow() != order.expected()) {
      throw new IllegalStateException("the shadow tables changed under the import lock");
    }
    boolean tooMany = balance.leaving() > config.mostDepartures() * balance.active();
    if (tooMany && !order.acceptDepartures()) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_DEPARTURES,
          0,
          balance.leaving() + " of " + balance.active() + " would leave");
    }
    List<ProfessionCount> professions = professionCounts.of(transaction);
    revisions.writing(transaction);
    RegisterPeople.Arrivals arrivals = people.upsertChanged(transaction);
    people.replaceSituations(transaction);
    List<UUID> departed = people.departMissing(transaction, lastListed, now);
    departures.depart(transaction, departed, now);
    departures.depart(transaction, orphanedSoftware.depart(transaction, lastListed, now), now);
    departures.comeBack(transaction, arrivals.returned(), now);
    return new Changes(
        arrivals.arrived(),
        arrivals.changed(),
        departed.size(),
        arrivals.returned().size(),
        tooMany,
        professions);
  }
}
