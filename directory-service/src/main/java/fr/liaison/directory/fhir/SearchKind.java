package fr.liaison.directory.fhir;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.hl7.fhir.r4.model.Bundle;

/** Answers a search of any kind with a page of active entries; those who left are in none. */
@ApplicationScoped
public class SearchKind {
  private final AdmitReader admitReader;
  private final Database database;
  private final AuditTrail audit;
  private final FhirConfig config;

  SearchKind(AdmitReader admitReader, Database database, AuditTrail audit, FhirConfig config) {
    this.admitReader = admitReader;
    this.database = database;
    this.audit = audit;
    this.config = config;
  }

  Bundle search(Caller caller, FhirKind kind, FhirSearch search) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          FhirKind.Page page =
              search.wantsInactive() ? FhirKind.Page.EMPTY : kind.find(transaction, search);
          audit.record(
              transaction,
              Acts.ofSearch(kind.searchAction(), search, page.matches().size()).by(caller));
          return Searchset.of(config.base().toString(), search, page);
        });
  }
}
