package fr.liaison.directory.topup;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How fresh the register is between two files, for platform administrators. */
@Path("/v1/register-top-up")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class TopUpResource {
  private static final int LISTED = 50;
  private static final long MOST_ACCEPTED = 10_000_000;

  private final TopUpConfig config;
  private final TopUpRuns runs;
  private final FreshLogin freshLogin;
  private final Database database;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final Clock clock = Clock.systemUTC();

  TopUpResource(
      TopUpConfig config,
      TopUpRuns runs,
      FreshLogin freshLogin,
      Database database,
      AuditTrail audit,
      CurrentCaller caller) {
    this.config = config;
    this.runs = runs;
    this.freshLogin = freshLogin;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readRegisterTopUp",
      summary = "How far the top-up of the register has come, and its latest runs")
  public TopUpStatus read() {
    audit.recordAlone(Act.of("register.top-up.read").by(caller.require()));
    return database.read(this::status);
  }

  @POST
  @Path("/acceptance")
  @Operation(
      operationId = "acceptTopUpDepartures",
      summary = "Lets the run that stopped for its many departures go on to its end",
      description =
          "Needs a login of the last 15 minutes. Answers 409 when no run is stopped. The run goes"
              + " on at the next interval, and stops again before it removes more than accepted.")
  public TopUpStatus accept(
      @Parameter(
              description = "So many more may depart; those that wait where absent",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000000"))
          @QueryParam("most")
          @Nullable String most) {
    Caller current = caller.require();
    freshLogin.require(current);
    Long bound = bound(most);
    return database.inTransaction(
        transaction -> {
          TopUpRuns.Accepted run =
              runs.accept(transaction, bound, clock.instant())
                  .orElseThrow(() -> Problem.of(ProblemType.CONFLICT, "No run is stopped"));
          audit.record(
              transaction,
              Act.of("register.top-up.accept")
                  .by(current)
                  .on("top-up-run", run.id())
                  .with("most", run.departures()));
          return status(transaction);
        });
  }

  @DELETE
  @Path("/run")
  @Operation(
      operationId = "discardTopUpRun",
      summary = "Ends the run that stopped for its many departures, or comes no further",
      description =
          "Needs a login of the last 15 minutes. Answers 409 when no run is stopped or paused. The"
              + " next run asks the source anew, and stops again where it still says the same.")
  public TopUpStatus discard() {
    Caller current = caller.require();
    freshLogin.require(current);
    return database.inTransaction(
        transaction -> {
          UUID run =
              runs.discard(transaction, clock.instant())
                  .orElseThrow(
                      () -> Problem.of(ProblemType.CONFLICT, "No run is stopped or paused"));
          audit.record(
              transaction, Act.of("register.top-up.discard").by(current).on("top-up-run", run));
          return status(transaction);
        });
  }

  private static @Nullable Long bound(@Nullable String most) {
    if (most == null) {
      return null;
    }
    try {
      long wanted = Long.parseLong(most);
      if (wanted >= 1 && wanted <= MOST_ACCEPTED) {
        return wanted;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of bounds.
    }
    throw Problem.field("most", "must be from 1 to " + MOST_ACCEPTED);
  }

  private TopUpStatus status(Transaction transaction) {
    TopUpRuns.Point point = runs.point(transaction);
    return new TopUpStatus(
        config.url().isPresent(),
        point.at(),
        point.registerDate(),
        point.notBefore(),
        point.refusal(),
        runs.newest(transaction, LISTED));
  }
}
