package fr.liaison.directory.card;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Mailboxes;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.practitioner.Replacements;
import fr.liaison.directory.search.index.CountHomonyms;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Answers one person's signed card, also of those who left: whoever kept one learns of it. */
@ApplicationScoped
public class ReadCard {
  private final AdmitReader admitReader;
  private final Practitioners practitioners;
  private final Replacements replacements;
  private final Mailboxes mailboxes;
  private final CountHomonyms countHomonyms;
  private final CardSigner signer;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ReadCard(
      AdmitReader admitReader,
      Practitioners practitioners,
      Replacements replacements,
      Mailboxes mailboxes,
      CountHomonyms countHomonyms,
      CardSigner signer,
      Database database,
      AuditTrail audit) {
    this.admitReader = admitReader;
    this.practitioners = practitioners;
    this.replacements = replacements;
    this.mailboxes = mailboxes;
    this.countHomonyms = countHomonyms;
    this.signer = signer;
    this.database = database;
    this.audit = audit;
  }

  private record Found(Practitioner person, boolean mssante) {}

  SignedCard read(Caller caller, PractitionerId id) {
    Found found =
        database.inTransaction(
            transaction -> {
              admitReader.admit(transaction, caller);
              Practitioner person =
                  practitioners
                      .findDetailed(transaction, id)
                      .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
              audit.record(
                  transaction,
                  Act.of("directory.card")
                      .by(caller)
                      .on("practitioner", id.value())
                      .with("signed", true));
              return new Found(
                  replacements.of(transaction, id).map(person::with).orElse(person),
                  !person.hasDeparted() && mailboxes.has(transaction, person.nationalId()));
            });
    CardStatement statement = statement(found);
    return new SignedCard(
        signer.sign(statement), statement.digest(), countHomonyms.of(found.person()));
  }

  private CardStatement statement(Found found) {
    Practitioner person = found.person();
    CardContent content = CardContent.of(person);
    return new CardStatement(
        CardStatement.VERSION,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        person.registerDate(),
        person.reachable(),
        content.digest(),
        content,
        person.replacement(),
        found.mssante());
  }
}
