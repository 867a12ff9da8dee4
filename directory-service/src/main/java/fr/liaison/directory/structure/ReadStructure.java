package fr.liaison.directory.structure;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.search.index.FindStructures;
import fr.liaison.directory.search.index.FoundStructure;
import fr.liaison.directory.search.index.IndexedStructures;
import fr.liaison.directory.search.index.PageCursor;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows one structure, who practises there and its services; one where nobody does any more is not
 * found.
 */
@ApplicationScoped
public class ReadStructure {
  private final AdmitReader admitReader;
  private final FindStructures findStructures;
  private final IndexedStructures structures;
  private final Members members;
  private final Services services;
  private final Practitioners practitioners;
  private final Database database;
  private final AuditTrail audit;

  ReadStructure(
      AdmitReader admitReader,
      FindStructures findStructures,
      IndexedStructures structures,
      Members members,
      Services services,
      Practitioners practitioners,
      Database database,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.findStructures = findStructures;
    this.structures = structures;
    this.members = members;
    this.services = services;
    this.practitioners = practitioners;
    this.database = database;
    this.audit = audit;
  }

  Structure read(Caller caller, StructureId id) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          FoundStructure found = require(transaction, id);
          audit.record(
              transaction, Act.of("directory.structure").by(caller).on("structure", found.id()));
          return Structure.of(found, members.professions(transaction, new StructureId(found.id())));
        });
  }

  MemberPage members(Caller caller, StructureId id, int limit, @Nullable PractitionerId after) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          StructureId structure = new StructureId(require(transaction, id).id());
          List<UUID> found = members.of(transaction, structure, after, limit + 1);
          List<UUID> shown = found.subList(0, Math.min(found.size(), limit));
          List<Practitioner> items = practitioners.inOrder(transaction, shown);
          audit.record(
              transaction,
              Act.of("directory.structure-members")
                  .by(caller)
                  .on("structure", structure.value())
                  .with("found", items.size()));
          return new MemberPage(
              items, found.size() > shown.size() ? PageRequest.next(shown.getLast()) : null);
        });
  }

  ServicePage services(Caller caller, StructureId id, int limit, @Nullable UUID after) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          StructureId structure = new StructureId(require(transaction, id).id());
          if (after != null && !services.has(transaction, structure, after)) {
            throw PageCursor.foreign();
          }
          List<Services.Listed> found = services.of(transaction, structure, after, limit + 1);
          List<Services.Listed> shown = found.subList(0, Math.min(found.size(), limit));
          audit.record(
              transaction,
              Act.of("directory.structure-services")
                  .by(caller)
                  .on("structure", structure.value())
                  .with("found", shown.size()));
          return ServicePage.of(
              shown,
              found.size() > shown.size() ? PageRequest.next(shown.getLast().place()) : null);
        });
  }

  private FoundStructure require(Transaction transaction, StructureId id) {
    Optional<String> identifier =
        id.key().isPresent()
            ? id.key().flatMap(findStructures::identified)
            : Optional.of(id.value());
    return identifier
        .flatMap(known -> structures.of(transaction, List.of(known)).stream().findFirst())
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
