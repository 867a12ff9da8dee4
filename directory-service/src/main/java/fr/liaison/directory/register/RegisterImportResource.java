package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Loading the national register, for platform administrators. */
@Path("/v1/register-imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM_ADMIN)
@RunOnVirtualThread
public class RegisterImportResource {
  private static final int LISTED = 50;

  private final ImportRegister importRegister;
  private final RegisterImports imports;
  private final Database database;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final Clock clock = Clock.system(RegisterDate.PUBLISHER_ZONE);

  RegisterImportResource(
      ImportRegister importRegister,
      RegisterImports imports,
      Database database,
      AuditTrail audit,
      CurrentCaller caller) {
    this.importRegister = importRegister;
    this.imports = imports;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "importRegister",
      summary = "Imports an extraction of the national register; all of it or nothing")
  public ImportReport post(
      InputStream extraction,
      @Parameter(description = "The day the file stands for; today when absent")
          @Schema(format = "date")
          @QueryParam("registerDate")
          @Nullable String registerDate) {
    Caller current = caller.require();
    ImportReport report =
        importRegister.run(
            extraction,
            new ImportRegister.Source(
                "upload",
                date(registerDate),
                new Actor(current.accountId(), current.nationalIdOrNull(), null, null)));
    if (!report.accepted()) {
      throw Problem.of(ProblemType.IMPORT_REFUSED).with("report", report);
    }
    return report;
  }

  @GET
  @Operation(operationId = "listRegisterImports", summary = "The latest imports, newest first")
  public ImportReport.Listing list() {
    audit.recordAlone(Act.of("register.imports.read").by(caller.require()));
    return new ImportReport.Listing(
        database.read(transaction -> imports.newest(transaction, LISTED)));
  }

  private LocalDate date(@Nullable String text) {
    if (text == null) {
      return LocalDate.now(clock);
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() < 3000) {
        return date;
      }
    } catch (DateTimeException unreadable) {
      // Answered below, like a date out of bounds.
    }
    throw Problem.field("registerDate", "must be a date such as 2026-11-20");
  }
}
