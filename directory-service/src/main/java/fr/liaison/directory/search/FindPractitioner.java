package fr.liaison.directory.search;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Mailboxes;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows one practitioner's card, also of those who left: their messages keep an author. */
@ApplicationScoped
public class FindPractitioner {
  private final AdmitReader admitReader;
  private final Practitioners practitioners;
  private final Mailboxes mailboxes;
  private final Replacements replacements;
  private final Database database;
  private final AuditTrail audit;

  FindPractitioner(
      AdmitReader admitReader,
      Practitioners practitioners,
      Mailboxes mailboxes,
      Replacements replacements,
      Database database,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.practitioners = practitioners;
    this.mailboxes = mailboxes;
    this.replacements = replacements;
    this.database = database;
    this.audit = audit;
  }

  Practitioner find(Caller caller, PractitionerId id) {
    return database.inTransaction(
        transaction -> {
          admitReader.admit(transaction, caller);
          Practitioner practitioner =
              practitioners
                  .findDetailed(transaction, id)
                  .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
          audit.record(
              transaction, Act.of("directory.card").by(caller).on("practitioner", id.value()));
          List<Practitioner.Mailbox> found =
              practitioner.hasDeparted()
                  ? List.of()
                  : mailboxes.of(transaction, practitioner.nationalId());
          Practitioner card = found.isEmpty() ? practitioner : practitioner.with(found);
          return replacements.of(transaction, id).map(card::with).orElse(card);
        });
  }
}
