package fr.liaison.directory.lifecycle;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.device.DeviceConfig;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suspends a person at once, as if they had departed, and lifts that again. Lifting gives the
 * account back but no device and no place in a conversation; again is no error.
 */
@ApplicationScoped
public class SuspendPerson {
  private final FreshLogin freshLogin;
  private final Suspensions suspensions;
  private final People people;
  private final Departures departures;
  private final Database database;
  private final AuditTrail audit;
  private final DeviceConfig devices;
  private final Clock clock = Clock.systemUTC();

  SuspendPerson(
      FreshLogin freshLogin,
      Suspensions suspensions,
      People people,
      Departures departures,
      Database database,
      AuditTrail audit,
      DeviceConfig devices) {
    this.freshLogin = freshLogin;
    this.suspensions = suspensions;
    this.people = people;
    this.departures = departures;
    this.database = database;
    this.audit = audit;
    this.devices = devices;
  }

  Person suspend(Caller caller, PractitionerId id, @Nullable SuspensionRequest request) {
    freshLogin.require(caller);
    Decision decision = Decision.of(request);
    return database.inTransaction(
        transaction -> {
          String status = hold(transaction, id);
          if (status.equals("suspended")) {
            throw Problem.of(ProblemType.CONFLICT, "The person is suspended already");
          }
          OffsetDateTime now = now();
          suspensions.suspend(transaction, id, decision, caller.accountId(), now);
          if (status.equals("active")) {
            departures.suspend(transaction, List.of(id.value()), now);
          }
          audit.record(
              transaction,
              Act.of("person.suspend")
                  .by(caller)
                  .on("practitioner", id.value())
                  .with("reason", decision.reason()));
          return people.find(transaction, id, devices.most()).orElseThrow();
        });
  }

  void lift(Caller caller, PractitionerId id) {
    freshLogin.require(caller);
    database.run(
        transaction -> {
          OffsetDateTime now = now();
          if (hold(transaction, id).equals("suspended")
              && suspensions.lift(transaction, id, caller.accountId(), now)) {
            departures.comeBack(transaction, List.of(id.value()), now);
          }
          audit.record(
              transaction, Act.of("person.restore").by(caller).on("practitioner", id.value()));
        });
  }

  private String hold(Transaction transaction, PractitionerId id) {
    return suspensions
        .holdStatus(transaction, id)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
