package fr.liaison.audit.entry;

import fr.liaison.audit.entry.ProofOutcome.AwaitsCheckpoint;
import fr.liaison.audit.entry.ProofOutcome.Proven;
import fr.liaison.audit.entry.ProofOutcome.Unknown;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The compliance officer's view of the log. */
@Path("/v1/entries")
@RolesAllowed(Role.COMPLIANCE_OFFICER)
@RunOnVirtualThread
@Tag(name = "entries", description = "Acts and their proofs; every request is itself recorded")
public class EntryResource {

  private static final int MAX_LIMIT = 500;
  private static final int MAX_TEXT = 255;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final CurrentCaller caller;
  private final ListEntries listEntries;
  private final ProveEntry proveEntry;

  EntryResource(CurrentCaller caller, ListEntries listEntries, ProveEntry proveEntry) {
    this.caller = caller;
    this.listEntries = listEntries;
    this.proveEntry = proveEntry;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listEntries", summary = "Acts, newest first")
  public EntryPage list(
      @Parameter(description = "Earliest time, included") @QueryParam("from") @Nullable String from,
      @Parameter(description = "Latest time, not included") @QueryParam("to") @Nullable String to,
      @Parameter(description = "An account, national or practitioner id") @QueryParam("actor")
          @Nullable String actor,
      @Parameter(description = "A dotted name such as message.send") @QueryParam("action")
          @Nullable String action,
      @Parameter(description = "success or refused") @QueryParam("outcome")
          @Nullable String outcome,
      @Parameter(description = "Most entries on the page, 1 to 500")
          @QueryParam("limit")
          @DefaultValue("50")
          String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    EntryFilter filter =
        new EntryFilter(
            time("from", from),
            time("to", to),
            text("actor", actor),
            text("action", action),
            outcome(outcome));
    EntryCursor after = cursor == null ? null : EntryCursor.parse(cursor);
    return listEntries.list(caller.require(), filter, after, limit(limit));
  }

  @GET
  @Path("{id}/proof")
  @Produces("text/plain; charset=utf-8")
  @Operation(operationId = "proveEntry", summary = "A C2SP tlog-proof file of one act")
  public String proof(@PathParam("id") String id) {
    return switch (proveEntry.prove(caller.require(), act(id))) {
      case Proven(String file) -> file;
      case Unknown() -> throw Problem.of(ProblemType.NOT_FOUND);
      case AwaitsCheckpoint() ->
          throw Problem.of(ProblemType.UNAVAILABLE, "The entry awaits the next checkpoint")
              .retryAfter(Duration.ofSeconds(1));
    };
  }

  private static UUID act(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAUuid) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static @Nullable Instant time(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(value);
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException notATime) {
      // Refused below, like a time out of range.
    }
    throw Problem.field(field, "must be an RFC 3339 time in UTC");
  }

  private static @Nullable String text(String field, @Nullable String value) {
    if (value != null && (value.isEmpty() || value.length() > MAX_TEXT || value.contains("\0"))) {
      throw Problem.field(field, "must have 1 to 255 characters");
    }
    return value;
  }

  private static @Nullable Outcome outcome(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(Outcome.values())
        .filter(known -> known.name().equals(value))
        .findFirst()
        .orElseThrow(() -> Problem.field("outcome", "must be success or refused"));
  }

  private static int limit(String value) {
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like a number out of range.
    }
    throw Problem.field("limit", "must be 1 to 500");
  }
}
