package fr.liaison.directory.structure;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.search.index.FindStructures;
import fr.liaison.directory.search.index.FoundStructure;
import fr.liaison.directory.search.index.IndexedStructures;
import fr.liaison.directory.search.index.PageCursor;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds structures: which says the index, and what is shown of them the table. */
@ApplicationScoped
public class SearchStructures {
  private final AdmitReader admitReader;
  private final FindStructures findStructures;
  private final IndexedStructures structures;
  private final Practitioners practitioners;
  private final Database database;
  private final AuditTrail audit;

  SearchStructures(
      AdmitReader admitReader,
      FindStructures findStructures,
      IndexedStructures structures,
      Practitioners practitioners,
      Database database,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.findStructures = findStructures;
    this.structures = structures;
    this.practitioners = practitioners;
    this.database = database;
    this.audit = audit;
  }

  StructurePage search(Caller caller, List<String> words, int limit, @Nullable PageCursor after) {
    return database.inTransaction(
        transaction -> {
          Set<String> departments =
              admitReader.admit(transaction, caller).stream()
                  .flatMap(person -> person.situations().stream())
                  .flatMap(place -> Department.of(place.postalCode()).stream())
                  .collect(Collectors.toUnmodifiableSet());
          List<FindStructures.Place> found =
              findStructures.find(words, departments, limit + 1, after);
          List<FindStructures.Place> shown = found.subList(0, Math.min(found.size(), limit));
          List<String> ids = shown.stream().map(FindStructures.Place::identifier).toList();
          Map<String, FoundStructure> known =
              structures.of(transaction, ids).stream()
                  .collect(Collectors.toMap(FoundStructure::id, Function.identity()));
          List<Structure> items =
              ids.stream()
                  .map(known::get)
                  .filter(Objects::nonNull)
                  .map(one -> Structure.of(one, null))
                  .toList();
          audit.record(
              transaction,
              Act.of("directory.structure-search").by(caller).with("found", items.size()));
          return new StructurePage(
              items,
              found.size() > shown.size() ? shown.getLast().here().text() : null,
              practitioners.registerDate(transaction).orElse(null));
        });
  }
}
