package fr.liaison.directory.match;

import fr.liaison.directory.match.Matches.Candidate;
import fr.liaison.directory.match.Matches.Confidence;
import fr.liaison.directory.match.Matches.Match;
import fr.liaison.directory.match.Matches.Reason;
import fr.liaison.directory.practitioner.Practitioner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a row may mean, by how they were found, and how sure that is. */
sealed interface Candidates {
  Set<UUID> people();

  /** With the cards of those who are in the register still; at most so many are answered. */
  Match decide(WantedPerson wanted, Map<UUID, Practitioner> cards, int most);

  /** No identifier and no name led anywhere. */
  record Nobody() implements Candidates {
    @Override
    public Set<UUID> people() {
      return Set.of();
    }

    @Override
    public Match decide(WantedPerson wanted, Map<UUID, Practitioner> cards, int most) {
      return Match.NONE;
    }
  }

  /**
   * By RPPS number or mailbox. Certain where they mean one person; not where the names say that
   * somebody mistook a line.
   */
  record Identified(@Nullable UUID numbered, Set<UUID> reached) implements Candidates {
    @Override
    public Set<UUID> people() {
      Set<UUID> people = new LinkedHashSet<>();
      if (numbered != null) {
        people.add(numbered);
      }
      people.addAll(reached);
      return people;
    }

    @Override
    public Match decide(WantedPerson wanted, Map<UUID, Practitioner> cards, int most) {
      List<Candidate> known =
          present(this, cards).map(person -> candidate(wanted, person)).toList();
      List<Candidate> agreed =
          numbered != null && reached.contains(numbered)
              ? known.stream().filter(one -> one.person().id().equals(numbered)).toList()
              : known;
      return agreed.size() == 1
              && isOf(wanted, agreed.getFirst().person())
              && bearsTheNumber(wanted, agreed.getFirst().person())
          ? Match.certain(agreed.getFirst())
          : asked(known, most);
    }

    private Candidate candidate(WantedPerson wanted, Practitioner person) {
      List<Reason> reasons = new ArrayList<>();
      if (reached.contains(person.id())) {
        reasons.add(Reason.mssante);
      }
      if (person.id().equals(numbered)) {
        reasons.add(Reason.rpps);
      }
      reasons.addAll(Agreement.of(wanted, person).reasons());
      return new Candidate(person, List.copyOf(reasons));
    }

    private static boolean isOf(WantedPerson wanted, Practitioner person) {
      return !wanted.hasNames() || Agreement.of(wanted, person).partOfName();
    }
  }

  /**
   * By their whole names. Certain where one of them practises at the place that was said, unless
   * the number that was said is another's: somebody of that name may have departed.
   */
  record Named(List<UUID> found) implements Candidates {
    @Override
    public Set<UUID> people() {
      return new LinkedHashSet<>(found);
    }

    @Override
    public Match decide(WantedPerson wanted, Map<UUID, Practitioner> cards, int most) {
      List<Practitioner> there = those(cards, wanted, Agreement::place);
      List<Practitioner> fitting =
          there.stream()
              .filter(
                  person -> Agreement.of(wanted, person).profession() != Agreement.Profession.OTHER)
              .toList();
      return fitting.size() == 1
              && found.size() <= most
              && bearsTheNumber(wanted, fitting.getFirst())
          ? Match.certain(candidate(wanted, fitting.getFirst()))
          : asked(present(this, cards).map(person -> candidate(wanted, person)).toList(), most);
    }

    private List<Practitioner> those(
        Map<UUID, Practitioner> cards, WantedPerson wanted, Predicate<Agreement> rule) {
      return present(this, cards)
          .filter(person -> rule.test(Agreement.of(wanted, person)))
          .toList();
    }

    private static Candidate candidate(WantedPerson wanted, Practitioner person) {
      return new Candidate(person, Agreement.of(wanted, person).reasons());
    }
  }

  /** By names like theirs: never certain, and only those who share one of the names. */
  record Similar(List<UUID> found) implements Candidates {
    @Override
    public Set<UUID> people() {
      return new LinkedHashSet<>(found);
    }

    @Override
    public Match decide(WantedPerson wanted, Map<UUID, Practitioner> cards, int most) {
      return asked(
          present(this, cards)
              .filter(person -> Agreement.of(wanted, person).partOfName())
              .map(person -> candidate(wanted, person))
              .toList(),
          most);
    }

    private static Candidate candidate(WantedPerson wanted, Practitioner person) {
      List<Reason> reasons = new ArrayList<>();
      Agreement agreement = Agreement.of(wanted, person);
      if (!agreement.name()) {
        reasons.add(Reason.nearName);
      }
      reasons.addAll(agreement.reasons());
      return new Candidate(person, List.copyOf(reasons));
    }
  }

  private static boolean bearsTheNumber(WantedPerson wanted, Practitioner person) {
    return wanted.nationalId() == null || wanted.nationalId().equals(person.nationalId());
  }

  private static Stream<Practitioner> present(
      Candidates candidates, Map<UUID, Practitioner> cards) {
    return candidates.people().stream().map(cards::get).filter(Objects::nonNull);
  }

  /** Those who agree in most come first. */
  private static Match asked(List<Candidate> all, int most) {
    if (all.isEmpty()) {
      return Match.NONE;
    }
    List<Candidate> best =
        all.stream()
            .sorted(Comparator.comparing((Candidate one) -> one.reasons().size()).reversed())
            .limit(most)
            .toList();
    return new Match(Confidence.ambiguous, best, all.size() > most);
  }
}
