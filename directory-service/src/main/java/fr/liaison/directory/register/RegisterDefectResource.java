package fr.liaison.directory.register;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What was wrong with which lines of an imported file, for platform administrators. */
@Path("/v1/register-imports/{id}/defects")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class RegisterDefectResource {
  private static final int PAGE = 500;
  private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,8}");

  private final RegisterDefects defects;
  private final RegisterImports imports;
  private final Database database;
  private final AuditTrail audit;
  private final CurrentCaller caller;

  RegisterDefectResource(
      RegisterDefects defects,
      RegisterImports imports,
      Database database,
      AuditTrail audit,
      CurrentCaller caller) {
    this.defects = defects;
    this.imports = imports;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listRegisterDefects",
      summary = "The row defects of an import that is over, by line and reason",
      description =
          """
          In the order in which they were found; of each of the 50 latest imports that had any, the \
          first 10,000 unless configured otherwise. The report counts all.""")
  public DefectPage list(
      @PathParam("id") UUID id,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    int after = position(cursor);
    audit.recordAlone(
        Act.of("register.defects.read").by(caller.require()).on("register-import", id));
    return database.read(transaction -> page(transaction, id, after));
  }

  private DefectPage page(Transaction transaction, UUID id, int after) {
    if (imports.find(transaction, id).isEmpty()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    List<RegisterDefects.Stored> found = defects.after(transaction, id, after, PAGE + 1);
    List<RegisterDefects.Stored> shown = found.subList(0, Math.min(found.size(), PAGE));
    return new DefectPage(
        shown.stream().map(RegisterDefects.Stored::defect).toList(),
        found.size() > shown.size() ? Integer.toString(shown.getLast().position()) : null);
  }

  private static int position(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!CURSOR.matcher(cursor).matches()) {
      throw Problem.field("cursor", "must be the next of a former page");
    }
    return Integer.parseInt(cursor);
  }
}
