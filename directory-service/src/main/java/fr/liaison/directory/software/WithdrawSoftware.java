package fr.liaison.directory.software;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Ends a program's part at once: devices, account, conversations. Again is no error. */
@ApplicationScoped
public class WithdrawSoftware {
  private final Softwares softwares;
  private final Departures departures;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  WithdrawSoftware(
      Softwares softwares, Departures departures, Database database, AuditTrail audit) {
    this.softwares = softwares;
    this.departures = departures;
    this.database = database;
    this.audit = audit;
  }

  void withdraw(Caller caller, PractitionerId id) {
    database.run(
        transaction -> {
          if (softwares.find(transaction, id).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
          if (softwares.depart(transaction, id, now)) {
            departures.depart(transaction, List.of(id.value()), now);
          }
          audit.record(
              transaction, Act.of("software.withdraw").by(caller).on("practitioner", id.value()));
        });
  }
}
