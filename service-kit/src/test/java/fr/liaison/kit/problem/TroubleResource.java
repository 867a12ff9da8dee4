package fr.liaison.kit.problem;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.idempotency.Idempotency;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fails in every way a service can. */
@Path("/v1/trouble")
@RunOnVirtualThread
public class TroubleResource {
  private final Database database;
  private final Idempotency idempotency;
  private final CurrentCaller caller;

  TroubleResource(Database database, Idempotency idempotency, CurrentCaller caller) {
    this.database = database;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @GET
  @Path("/bug")
  public String bug() {
    throw new IllegalStateException("the secret Denise LAMBERT");
  }

  @GET
  @Path("/problem")
  public String problem() {
    throw Problem.of(ProblemType.STALE_EPOCH).with("currentEpoch", 7);
  }

  @GET
  @Path("/officers")
  @RolesAllowed(Role.COMPLIANCE_OFFICER)
  public String officers() {
    return "ok";
  }

  @GET
  @Path("/me")
  @Authenticated
  public String me() {
    return caller.require().nationalId().orElse("none");
  }

  @GET
  @Path("/refused-statement")
  public String refusedStatement() {
    return database
        .read(r -> r.first(row -> row.getString(0), "select 'x' from nowhere"))
        .orElse("");
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/echo")
  public Map<String, String> echo(@Valid @NotNull Body body) {
    return Map.of("length", Integer.toString(body.text().length()));
  }

  @POST
  @Path("/once")
  @Authenticated
  public Answer once(@HeaderParam(Idempotency.HEADER) @Nullable String key, Body body) {
    return database.inTransaction(
        transaction ->
            idempotency.once(
                transaction,
                caller.require(),
                key,
                body,
                Answer.class,
                () -> new Answer(UUID.randomUUID())));
  }

  @GET
  @Path("/number/{n}")
  public int number(@PathParam("n") int n) {
    return n;
  }

  /** A body with a limit. */
  public record Body(@NotNull @Size(max = 10) String text) {}

  /** Different at each run. */
  public record Answer(UUID run) {}
}
