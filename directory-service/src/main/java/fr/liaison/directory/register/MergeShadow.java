package fr.liaison.directory.register;

import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.succession.SuccessionCounts;
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
  /** The share of the people that a night never writes and a first import always does. */
  private static final double MUCH = 0.1;

  private final RegisterPeople people;
  private final ProfessionCounts professionCounts;
  private final GivenUpStructures givenUp;
  private final Departures departures;
  private final Revisions revisions;
  private final FreshFacts freshFacts;
  private final FileSuccessions successions;
  private final RegisterConfig config;

  MergeShadow(
      RegisterPeople people,
      ProfessionCounts professionCounts,
      GivenUpStructures givenUp,
      Departures departures,
      Revisions revisions,
      FreshFacts freshFacts,
      FileSuccessions successions,
      RegisterConfig config) {
    this.people = people;
    this.professionCounts = professionCounts;
    this.givenUp = givenUp;
    this.departures = departures;
    this.revisions = revisions;
    this.freshFacts = freshFacts;
    this.successions = successions;
    this.config = config;
  }

  /** How the directory changed; departures with those whose structure is given up. */
  record Changes(
      long arrivals,
      long changes,
      long departures,
      long returns,
      boolean departuresAccepted,
      List<ProfessionCount> professions,
      SuccessionCounts successions,
      long keptNewer) {
    static final Changes NONE =
        new Changes(0, 0, 0, 0, false, List.of(), new SuccessionCounts(0, 0, List.of()), 0);
  }

  /**
   * What was gathered, the day of the file, when the former register was, since when a fresher
   * source may know better than the file, and what is accepted.
   */
  record Order(
      RegisterPeople.Balance expected,
      long active,
      ListedProfessions listed,
      LocalDate registerDate,
      LocalDate lastListed,
      OffsetDateTime reach,
      OffsetDateTime now,
      boolean acceptDepartures) {}

  Changes merge(Transaction transaction, Order order) {
    OffsetDateTime now = order.now();
    var _ =
        transaction.rows(
            row -> row.getString(0),
            "select set_config('work_mem', $1, true)",
            config.sortMemory().asLongValue() / 1024 + "kB");
    if (!people.balance(transaction).equals(order.expected())) {
      throw new IllegalStateException("the shadow tables changed under the import lock");
    }
    SuccessionCounts succeeded = successions.carry(transaction, order.reach(), now);
    people.leaveEntered(transaction);
    long kept = freshFacts.outrank(transaction, order.reach());
    RegisterPeople.Balance balance = people.balance(transaction);
    boolean tooMany = balance.leaving() > config.mostDepartures() * order.active();
    if (tooMany && !order.acceptDepartures()) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_DEPARTURES,
          0,
          balance.leaving() + " of " + order.active() + " would leave");
    }
    List<ProfessionCount> professions = professionCounts.of(transaction, order.listed());
    revisions.writing(transaction);
    RegisterPeople.Arrivals arrivals = people.upsertChanged(transaction);
    people.replaceSituations(transaction);
    people.replaceLocums(transaction);
    if (arrivals.arrived() + arrivals.changed() > MUCH * order.active()) {
      people.analyze(transaction);
    }
    List<UUID> departed = people.departMissing(transaction, order.lastListed(), now);
    departures.depart(transaction, departed, now);
    GivenUpStructures.Found lost =
        givenUp.find(transaction, order.registerDate(), order.lastListed(), now);
    boolean tooManyOrphans =
        givenUp.areTooMany(transaction, lost, balance.leaving(), order.active());
    if (tooManyOrphans && !order.acceptDepartures()) {
      throw new RefusedFile(
          RefusalReason.TOO_MANY_DEPARTURES,
          0,
          lost.leaving() + " would leave whose structure has nobody");
    }
    givenUp.depart(transaction, lost, now);
    departures.comeBack(transaction, arrivals.returned(), now);
    return new Changes(
        arrivals.arrived(),
        arrivals.changed(),
        departed.size() + lost.leaving(),
        arrivals.returned().size(),
        tooMany || tooManyOrphans,
        professions,
        succeeded,
        kept);
  }
}
