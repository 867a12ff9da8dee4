package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.RegisterDate;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
  private static final String ZIP = "application/zip";

  private final FreshLogin freshLogin;
  private final ImportRegister importRegister;
  private final RegisterImports imports;
  private final RunningImports running;
  private final Database database;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final RegisterConfig config;
  private final Clock clock = Clock.system(RegisterDate.PUBLISHER_ZONE);

  RegisterImportResource(
      FreshLogin freshLogin,
      ImportRegister importRegister,
      RegisterImports imports,
      RunningImports running,
      Database database,
      AuditTrail audit,
      CurrentCaller caller,
      RegisterConfig config) {
    this.freshLogin = freshLogin;
    this.importRegister = importRegister;
    this.imports = imports;
    this.running = running;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
    this.config = config;
  }

  @POST
  @Consumes({MediaType.TEXT_PLAIN, ZIP})
  @Operation(
      operationId = "importRegister",
      summary =
          "Imports an extraction of the national register, of people, their skills, their diplomas"
              + " or their MSSanté mailboxes, as text or in the published archive; all of it or"
              + " nothing")
  public ImportReport post(
      InputStream extraction,
      @Parameter(description = "The day the file stands for; today when absent")
          @Schema(format = "date")
          @QueryParam("registerDate")
          @Nullable String registerDate,
      @Parameter(
              description =
                  "A new UUID under which the import can be watched while it runs; made here when"
                      + " absent")
          @Schema(format = "uuid")
          @QueryParam("id")
          @Nullable String id,
      @Parameter(
              description =
                  "Imports although more people or mailboxes would go than the configured share; needs a"
                      + " login of the last 15 minutes")
          @QueryParam("acceptDepartures")
          boolean acceptDepartures,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Parameter(hidden = true) @Nullable Long size) {
    Caller current = caller.require();
    ImportReport report;
    try {
      if (acceptDepartures) {
        freshLogin.require(current);
      }
      ImportRequest request =
          new ImportRequest(
              id(id),
              "upload",
              date(registerDate),
              size,
              type.getSubtype().equals("zip") ? Extraction.Format.ZIP : Extraction.Format.TEXT,
              acceptDepartures,
              new Actor(current.accountId(), current.nationalIdOrNull(), null, null));
      report = importRegister.run(extraction, request);
    } finally {
      readToTheEnd(extraction);
    }
    if (!report.accepted()) {
      throw Problem.of(ProblemType.IMPORT_REFUSED).with("report", report);
    }
    return report;
  }

  @GET
  @Operation(
      operationId = "listRegisterImports",
      summary = "The latest imports, newest first, and those that run")
  public ImportReport.Listing list() {
    audit.recordAlone(Act.of("register.imports.read").by(caller.require()));
    return database.read(
        transaction -> {
          List<ImportProgress> now = running.all(transaction);
          return new ImportReport.Listing(
              imports.newest(transaction, LISTED), now.isEmpty() ? null : now);
        });
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "readRegisterImport",
      summary = "How far an import is while it runs, and its report afterwards")
  public ImportStatus read(@PathParam("id") UUID id) {
    audit.recordAlone(
        Act.of("register.imports.read").by(caller.require()).on("register-import", id));
    return database.read(
        transaction ->
            running
                .find(transaction, id)
                .map(ImportStatus::running)
                .or(() -> imports.find(transaction, id).map(ImportStatus::done))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Bytes that nobody reads would pile up in memory while the client goes on sending. */
  private static void readToTheEnd(InputStream upload) {
    try {
      upload.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // Whoever stopped sending has their answer, or does not wait for it.
      return;
    }
  }

  private static UUID id(@Nullable String text) {
    if (text == null) {
      return Uuid7.next();
    }
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException unreadable) {
      // Answered below, like a shortened form.
    }
    throw Problem.field("id", "must be a UUID");
  }

  private LocalDate date(@Nullable String text) {
    if (text == null) {
      return LocalDate.now(clock);
    }
    try {
      LocalDate date = LocalDate.parse(text);
      // A date to come would keep out every later file, and stand on every card.
      if (date.getYear() >= 2000
          && !date.isAfter(LocalDate.now(clock).plusDays(config.daysAhead()))) {
        return date;
      }
    } catch (DateTimeException unreadable) {
      // Answered below, like a date out of bounds.
    }
    throw Problem.field("registerDate", "must be a date such as 2026-11-20, not one to come");
  }
}
