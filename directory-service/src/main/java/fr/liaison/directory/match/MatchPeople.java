package fr.liaison.directory.match;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers for each row whom of the register it means. The audit says how many rows there were and
 * how they ended, never what stood in them.
 */
@ApplicationScoped
public class MatchPeople {
  private final AdmitReader admitReader;
  private final MatchLimit limit;
  private final KnownIdentifiers identifiers;
  private final FindCandidates findCandidates;
  private final Practitioners practitioners;
  private final MatchConfig config;
  private final Database database;
  private final AuditTrail audit;

  MatchPeople(
      AdmitReader admitReader,
      MatchLimit limit,
      KnownIdentifiers identifiers,
      FindCandidates findCandidates,
      Practitioners practitioners,
      MatchConfig config,
      Database database,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.limit = limit;
    this.identifiers = identifiers;
    this.findCandidates = findCandidates;
    this.practitioners = practitioners;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  Matches match(Caller caller, @Nullable MatchRequest request) {
    return limit.within(() -> decide(caller, request));
  }

  /** The index is searched between two transactions: no connection waits for it. */
  private Matches decide(Caller caller, @Nullable MatchRequest request) {
    database.run(transaction -> admitReader.admit(transaction, caller));
    List<WantedPerson> wanted = WantedPerson.of(config, request);
    KnownIdentifiers.Owners owners =
        database.inTransaction(
            transaction -> {
              limit.count(caller.accountId(), wanted.size());
              return identifiers.of(transaction, wanted);
            });
    List<Candidates> found = wanted.stream().map(row -> findCandidates.of(row, owners)).toList();
    return database.inTransaction(
        transaction -> {
          Matches matches = decided(transaction, wanted, found);
          audit.record(
              transaction,
              Act.of("directory.match")
                  .by(caller)
                  .with("rows", wanted.size())
                  .with("certain", matches.count(Matches.Confidence.certain))
                  .with("ambiguous", matches.count(Matches.Confidence.ambiguous)));
          return matches;
        });
  }

  private Matches decided(
      Transaction transaction, List<WantedPerson> wanted, List<Candidates> found) {
    List<UUID> ids =
        found.stream().map(Candidates::people).flatMap(Collection::stream).distinct().toList();
    Map<UUID, Practitioner> cards =
        practitioners.inOrder(transaction, ids).stream()
            .filter(card -> !card.hasDeparted())
            .collect(Collectors.toMap(Practitioner::id, Function.identity()));
    List<Matches.Match> matches = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      matches.add(found.get(i).decide(wanted.get(i), cards, config.mostCandidates()));
    }
    return new Matches(List.copyOf(matches), practitioners.registerDate(transaction).orElse(null));
  }
}
