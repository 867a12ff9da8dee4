package fr.liaison.directory.register;

import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.departure.LostStructures;
import fr.liaison.directory.software.OrphanedSoftware;
import fr.liaison.directory.staff.OrphanedStaff;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Structures that have nobody of the register left, in a file or at the end of a top-up, and the
 * people and programs that leave with them.
 */
@ApplicationScoped
public class GivenUpStructures {
  private final LostStructures lostStructures;
  private final OrphanedSoftware orphanedSoftware;
  private final OrphanedStaff orphanedStaff;
  private final Departures departures;
  private final FreshFacts freshFacts;
  private final RegisterConfig config;

  GivenUpStructures(
      LostStructures lostStructures,
      OrphanedSoftware orphanedSoftware,
      OrphanedStaff orphanedStaff,
      Departures departures,
      FreshFacts freshFacts,
      RegisterConfig config) {
    this.lostStructures = lostStructures;
    this.orphanedSoftware = orphanedSoftware;
    this.orphanedStaff = orphanedStaff;
    this.departures = departures;
    this.freshFacts = freshFacts;
    this.config = config;
  }

  /** Which they are, and how many would leave with them. */
  public record Found(List<String> structures, long leaving) {}

  /**
   * Notes who is lost by now.
   *
   * @param inForce the day of the file in force
   * @param lastListed on which those lost now still had somebody
   */
  public Found find(
      Transaction transaction, LocalDate inForce, LocalDate lastListed, OffsetDateTime now) {
    LostStructures.Days days =
        new LostStructures.Days(
            inForce, freshFacts.lastUnaware(transaction, inForce, config), lastListed);
    List<String> structures = lostStructures.givenUp(transaction, days, config.orphanGrace(), now);
    return new Found(structures, lostStructures.answeredFor(transaction, structures));
  }

  /** Whether any noted before is to be given up unless it has somebody again. */
  public boolean anyDue(Transaction transaction, LocalDate inForce, OffsetDateTime now) {
    return lostStructures.anyDue(transaction, inForce, config.orphanGrace(), now);
  }

  /** More than a few, and too many of all who leave or of those whom structures answer for. */
  boolean areTooMany(Transaction transaction, Found found, long otherwiseLeaving, long active) {
    long orphans = found.leaving();
    return orphans > config.fewOrphans()
        && (otherwiseLeaving + orphans > config.mostDepartures() * active
            || orphans > config.mostDepartures() * lostStructures.answeredFor(transaction));
  }

  /** Ends what they answer for. */
  public void depart(Transaction transaction, Found found, OffsetDateTime now) {
    List<String> structures = found.structures();
    departures.depart(transaction, orphanedSoftware.depart(transaction, structures, now), now);
    departures.depart(transaction, orphanedStaff.depart(transaction, structures, now), now);
  }
}
