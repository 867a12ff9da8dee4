package fr.liaison.kit.audit;

import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.outbox.Outbox;
import fr.liaison.kit.problem.Problem;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes acts as events of the business transaction: if the act cannot be written, the transaction
 * fails and the act does not happen (promise 4, fail closed).
 */
@ApplicationScoped
public class AuditTrail {
  private final Outbox outbox;
  private final Database database;
  private final CurrentCaller caller;
  private final String service;
  private final Clock clock;

  AuditTrail(
      Outbox outbox,
      Database database,
      CurrentCaller caller,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.outbox = outbox;
    this.database = database;
    this.caller = caller;
    this.service = service;
    this.clock = Clock.systemUTC();
  }

  /** Records the act in the caller's transaction. */
  public void record(Transaction transaction, Act act) {
    outbox.append(transaction, stamp(act));
  }

  /** Stamps an act as the event to append, for writers that append many events in one statement. */
  public ActRecorded stamp(Act act) {
    return new ActRecorded(
        Uuid7.next(),
        clock.instant(),
        service,
        act.action(),
        act.outcome(),
        act.actor(),
        act.object(),
        act.conversationId(),
        act.details());
  }

  /** Records an act that changes nothing else, such as a reading; throws if it cannot. */
  public void recordAlone(Act act) {
    database.run(transaction -> outbox.appendAll(transaction, List.of(stamp(act))));
  }

  /** The act of refusing the request at hand, for its caller if there is one. */
  public Act refusal(ProblemType type, String operation) {
    Act act = Act.of("access").with("problem", type.code()).with("operation", operation).refused();
    if (!Arc.container().requestContext().isActive()) {
      return act;
    }
    try {
      return caller.find().map(act::by).orElse(act);
    } catch (Problem unreadableCaller) {
      return act;
    }
  }
}
