package fr.liaison.directory.topup;

import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.register.FileReach;
import fr.liaison.directory.register.FreshFacts;
import fr.liaison.directory.register.GivenUpStructures;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.directory.register.RegisterShadow;
import fr.liaison.directory.register.ToppedUp;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the directory say of the people of one page what the source says of them, and notes how far
 * the run has come, in one transaction. Nothing older than what is known follows; a page that comes
 * again changes nothing. Changes nothing while an import runs, when somebody else moved the run, or
 * when more would depart than may within a day.
 */
@ApplicationScoped
class ApplyPage {
  private final TopUpRuns runs;
  private final TopUpPeople people;
  private final TopUpDetails details;
  private final TopUpSuccessions successions;
  private final FreshFacts facts;
  private final RegisterShadow imports;
  private final RegisterImports register;
  private final RegisterConfig registerConfig;
  private final Departures departures;
  private final GivenUpStructures givenUp;
  private final Revisions revisions;
  private final Database database;
  private final Clock clock = Clock.systemUTC();

  ApplyPage(
      TopUpRuns runs,
      TopUpPeople people,
      TopUpDetails details,
      TopUpSuccessions successions,
      FreshFacts facts,
      RegisterShadow imports,
      RegisterImports register,
      RegisterConfig registerConfig,
      Departures departures,
      GivenUpStructures givenUp,
      Revisions revisions,
      Database database) {
    this.runs = runs;
    this.people = people;
    this.details = details;
    this.successions = successions;
    this.facts = facts;
    this.imports = imports;
    this.register = register;
    this.registerConfig = registerConfig;
    this.departures = departures;
    this.givenUp = givenUp;
    this.revisions = revisions;
    this.database = database;
  }

  /** A page that was gathered, the run it belongs to, and where the run stands after it. */
  record Order(
      OpenRun run,
      GatherPeople.Gathered page,
      OpenRun.Step step,
      @Nullable String nextLink,
      TopUpConfig bounds) {
    boolean isLast() {
      return run.step() == OpenRun.Step.roles && nextLink == null;
    }
  }

  /** What became of the page. */
  sealed interface Outcome {
    record Applied() implements Outcome {}

    record ImportRunning() implements Outcome {}

    record MovedElsewhere() implements Outcome {}

    /** So many the page would have removed. */
    record TooManyDepartures(long waiting) implements Outcome {}
  }

  /** Ends the transaction without a trace. */
  private static final class NotApplied extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    NotApplied(Outcome outcome) {
      super(outcome.getClass().getSimpleName(), null, false, false);
      this.outcome = outcome;
    }
  }

  Outcome apply(Order order) {
    try {
      database.run(transaction -> apply(transaction, order));
      return new Outcome.Applied();
    } catch (NotApplied why) {
      return why.outcome;
    }
  }

  private void apply(Transaction transaction, Order order) {
    if (!imports.keepAway(transaction)) {
      throw new NotApplied(new Outcome.ImportRunning());
    }
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    LocalDate date = register.dateInForce(transaction, ImportKind.register).orElseThrow();
    List<SourcePerson> news = news(transaction, order.page().people(), date);
    PageCounts page =
        news.isEmpty()
            ? new PageCounts(0, 0, 0, 0, 0, 0, 0, order.page().unusable())
            : new Page(transaction, order, date, now).apply(news);
    PageCounts counts = page.withDepartures(orphans(transaction, order, page, date, now));
    register.topUp(
        transaction, new ToppedUp(counts.arrivals(), counts.departures(), counts.returns()));
    if (!runs.advance(
        transaction, order.run(), order.step(), order.nextLink(), counts, now.toInstant())) {
      throw new NotApplied(new Outcome.MovedElsewhere());
    }
  }

  /** Without anybody taken over no structure lost one; only what was noted long ago may be due. */
  private boolean mayOrphan(
      Transaction transaction, Order order, PageCounts counts, LocalDate date, OffsetDateTime now) {
    return counts.people() > 0
        || runs.find(transaction, order.run().id()).map(TopUpRun::people).orElse(0L) > 0
        || givenUp.anyDue(transaction, date, now);
  }

  /**
   * Lets those of the page go, and at the end of a run those of structures that are given up;
   * answers how many the latter are. Between the pages of a run a structure may lack the one whom
   * it answers through, and whom it invited would not come back. Whoever is to accept is told all
   * of them.
   */
  private long orphans(
      Transaction transaction, Order order, PageCounts page, LocalDate date, OffsetDateTime now) {
    if (!order.isLast() || !mayOrphan(transaction, order, page, date, now)) {
      letGo(transaction, order, page.departures(), now);
      return 0;
    }
    revisions.writing(transaction);
    GivenUpStructures.Found lost = givenUp.find(transaction, date, date, now);
    letGo(transaction, order, page.departures() + lost.leaving(), now);
    givenUp.depart(transaction, lost, now);
    return lost.leaving();
  }

  /** What is within the floor counts for it, what is beyond has to be accepted. */
  private void letGo(Transaction transaction, Order order, long leaving, OffsetDateTime now) {
    if (leaving == 0) {
      return;
    }
    if (!areTooMany(transaction, order.bounds(), leaving, now)) {
      people.noteDeparted(transaction, leaving, now);
    } else if (!runs.useAcceptance(transaction, order.run().id(), leaving)) {
      throw new NotApplied(new Outcome.TooManyDepartures(leaving));
    }
  }

  /** Everybody is counted only where more would depart than always may. */
  private boolean areTooMany(
      Transaction transaction, TopUpConfig bounds, long leaving, OffsetDateTime now) {
    long departed = people.departedToday(transaction, now) + leaving;
    return departed > bounds.fewDepartures()
        && departed > (long) (bounds.mostDepartures() * people.active(transaction));
  }

  /** Without what a file has said since, what is older than what is known, and former numbers. */
  private List<SourcePerson> news(
      Transaction transaction, List<SourcePerson> said, LocalDate date) {
    List<String> ids = numbers(said);
    Map<String, Instant> latest = facts.latest(transaction, ids);
    Set<String> former = new HashSet<>(people.former(transaction, ids));
    Instant reach = FileReach.of(date, registerConfig);
    return said.stream()
        .filter(person -> !person.updatedAt().isBefore(reach))
        .filter(
            person ->
                !person
                    .updatedAt()
                    .isBefore(latest.getOrDefault(person.id().value(), Instant.EPOCH)))
        .filter(person -> !former.contains(person.id().value()))
        .toList();
  }

  private static List<String> numbers(List<SourcePerson> people) {
    return people.stream().map(person -> person.id().value()).toList();
  }

  /** One page while it is applied. */
  private final class Page {
    private final Transaction transaction;
    private final Order order;
    private final LocalDate date;
    private final OffsetDateTime now;
    private final List<FreshFacts.Fact> noted = new ArrayList<>();
    private final List<UUID> returned = new ArrayList<>();
    private long arrivals;
    private long changes;

    Page(Transaction transaction, Order order, LocalDate date, OffsetDateTime now) {
      this.transaction = transaction;
      this.order = order;
      this.date = date;
      this.now = now;
    }

    PageCounts apply(List<SourcePerson> news) {
      revisions.writing(transaction);
      TopUpSuccessions.Carried carried = successions.carry(transaction, news, now);
      Set<String> left = new HashSet<>(carried.heldBack());
      if (carried.count() > 0) {
        // The source may state somebody by both numbers on one page; the former is nobody's now.
        left.addAll(people.former(transaction, numbers(news)));
      }
      List<SourcePerson> taken =
          news.stream().filter(one -> !left.contains(one.id().value())).toList();
      Map<String, Entry> entries = people.held(transaction, numbers(taken));
      List<UUID> departed = depart(taken, entries);
      TopUpDetails.Page detailed = details.of(transaction, taken, order.page().dictionary());
      for (SourcePerson person : taken) {
        if (person.isActive()) {
          write(person, entries.get(person.id().value()), detailed);
        }
      }
      detailed.note();
      departures.depart(transaction, departed, now);
      departures.comeBack(transaction, returned, now);
      facts.note(transaction, noted, now);
      return new PageCounts(
          news.size(),
          arrivals,
          changes,
          departed.size(),
          returned.size(),
          carried.count(),
          carried.heldBack().size(),
          order.page().unusable());
    }

    private List<UUID> depart(List<SourcePerson> taken, Map<String, Entry> entries) {
      List<UUID> leaving = new ArrayList<>();
      Set<String> numbers = new HashSet<>();
      for (SourcePerson person : taken) {
        Entry entry = entries.get(person.id().value());
        if (!person.isActive() && entry != null && !entry.enteredHere() && !entry.hasDeparted()) {
          leaving.add(entry.id());
          numbers.add(person.id().value());
        }
      }
      for (SourcePerson person : taken) {
        if (!person.isActive()) {
          noted.add(fact(person, numbers.contains(person.id().value())));
        }
      }
      return leaving.isEmpty() ? List.of() : people.depart(transaction, leaving, date, now);
    }

    private void write(SourcePerson person, @Nullable Entry entry, TopUpDetails.Page detailed) {
      if (entry != null && entry.enteredHere()) {
        return;
      }
      noted.add(fact(person, false));
      Entry.Card card =
          Entry.card(
              Objects.requireNonNull(person.statement()),
              entry == null ? null : entry.card(),
              this::withSector);
      if (entry == null) {
        detailed.write(person, people.write(transaction, person, card));
        arrivals++;
        return;
      }
      boolean differs = entry.hasDeparted() || !entry.card().isLike(card);
      if (differs) {
        people.write(transaction, person, card);
      }
      differs |= detailed.write(person, entry.id());
      if (!entry.hasDeparted()) {
        changes += differs ? 1 : 0;
      } else if (!people.isSuspended(transaction, entry.id())) {
        returned.add(entry.id());
      }
    }

    private SourcePlace withSector(SourcePlace place) {
      return place.sector() != null || place.structureId() == null
          ? place
          : new SourcePlace(
              place.structureId(),
              place.structureName(),
              place.postalCode(),
              place.town(),
              people.sector(transaction, place.structureId()).orElse(null));
    }

    private FreshFacts.Fact fact(SourcePerson person, boolean departs) {
      return new FreshFacts.Fact(person.id().value(), person.updatedAt(), departs);
    }
  }
}
