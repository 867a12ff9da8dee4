package fr.liaison.directory.search.place;

import fr.liaison.directory.search.SearchConfig;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Communes to search in and around. */
@Path("/v1/communes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.STRUCTURE_ADMIN, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
public class CommuneResource {
  private final SuggestCommunes suggestCommunes;
  private final SearchConfig config;
  private final CurrentCaller caller;

  CommuneResource(SuggestCommunes suggestCommunes, SearchConfig config, CurrentCaller caller) {
    this.suggestCommunes = suggestCommunes;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "suggestCommunes",
      summary = "At most 20 communes of whose names one, or the postal code, begins so",
      description =
          """
          For search as one types: accents, hyphens, "saint" or "st" make no difference, and a \
          postal code or a department may stand beside the name. Names that are the words or go on \
          behind them come first, then those that begin so, then those that hold the words; of each \
          those of the caller's departments first, then the largest.""")
  public CommuneSuggestions suggest(
      @Parameter(
              description = "What was typed of a name, or two digits or more of a postal code",
              required = true,
              example = "st omer")
          @QueryParam("name")
          @Nullable String name) {
    if (name == null || name.isBlank()) {
      throw Problem.field("name", "give the beginning of a name or of a postal code");
    }
    if (name.length() > config.longestText()) {
      throw Problem.field("name", "must have at most " + config.longestText() + " characters");
    }
    return suggestCommunes.suggest(caller.require(), name);
  }
}
