package fr.liaison.directory.fhir;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.AdmitReader;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.hl7.fhir.r4.model.Resource;

/**
 * Shows one resource. Those who left are shown as inactive to who knows their id, as on cards; a
 * suspension is not shown (ADR 0014). An id of nobody, or not of ours, is not found.
 */
@ApplicationScoped
public class ReadKind {
  private final AdmitReader admitReader;
  private final Database database;
  private final AuditTrail audit;

  ReadKind(AdmitReader admitReader, Database database, AuditTrail audit) {
    this.admitReader = admitReader;
    this.database = database;
    this.audit = audit;
  }

  Resource read(Caller caller, FhirKind kind, String id) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          FhirKind.Shown shown =
              kind.show(transaction, id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
          audit.record(transaction, shown.act().by(caller));
          return shown.resource();
        });
  }
}
