package fr.liaison.conversation.welcome;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Hands Welcomes to the devices they are for, until the device says that it joined. */
@Path("/v1/welcomes")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WelcomeResource {
  private final CurrentRequester requesters;
  private final Database database;
  private final Welcomes welcomes;
  private final AuditTrail audit;

  WelcomeResource(
      CurrentRequester requesters, Database database, Welcomes welcomes, AuditTrail audit) {
    this.requesters = requesters;
    this.database = database;
    this.welcomes = welcomes;
    this.audit = audit;
  }

  /** The oldest welcomes that wait; ask again after taking them. */
  public record WelcomeList(List<WelcomeView> items) {}

  @GET
  public WelcomeList list() {
    Requester requester = requesters.require();
    return new WelcomeList(
        database.read(transaction -> welcomes.waiting(transaction, requester.device(), List.of())));
  }

  @DELETE
  @Path("/{id}")
  public void done(@PathParam("id") UUID id) {
    Requester requester = requesters.require();
    boolean wasWaiting =
        database.inTransaction(
            transaction -> {
              boolean removed = welcomes.done(transaction, requester.device(), id);
              if (removed) {
                audit.record(transaction, requester.act("welcome.take").on("welcome", id));
              }
              return removed;
            });
    if (!wasWaiting) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }
}
