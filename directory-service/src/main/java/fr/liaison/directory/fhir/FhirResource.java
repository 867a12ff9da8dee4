package fr.liaison.directory.fhir;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * The directory in FHIR R4, to be read. Not in the OpenAPI document: {@code metadata} is what
 * software of this kind reads instead.
 */
@Path("/fhir")
@Produces(FhirJson.TYPE)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.STRUCTURE_ADMIN, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
public class FhirResource {
  private final FhirKinds kinds;
  private final SearchKind searchKind;
  private final ReadKind readKind;
  private final FhirJson json;
  private final FhirConfig config;
  private final SearchConfig limits;
  private final CurrentCaller caller;

  FhirResource(
      FhirKinds kinds,
      SearchKind searchKind,
      ReadKind readKind,
      FhirJson json,
      FhirConfig config,
      SearchConfig limits,
      CurrentCaller caller) {
    this.kinds = kinds;
    this.searchKind = searchKind;
    this.readKind = readKind;
    this.json = json;
    this.config = config;
    this.limits = limits;
    this.caller = caller;
  }

  @GET
  @Path("/metadata")
  @PermitAll
  @Operation(hidden = true)
  public Response metadata() {
    return answer(Capability.of(config.base().toString()));
  }

  @GET
  @Path("/{type}")
  @Operation(hidden = true)
  public Response search(
      @PathParam("type") String type,
      @Context UriInfo uri,
      @HeaderParam("Prefer") @Nullable String prefer) {
    FhirKind kind = kinds.named(type);
    FhirSearch search =
        ReadParameters.of(limits, kind.type(), uri.getQueryParameters(), isStrict(prefer));
    return answer(searchKind.search(caller.require(), kind, search));
  }

  /** The same search for whoever keeps its words out of addresses; parameters of both count. */
  @POST
  @Path("/{type}/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response searchByForm(
      @PathParam("type") String type,
      @Context UriInfo uri,
      @HeaderParam("Prefer") @Nullable String prefer,
      MultivaluedMap<String, String> form) {
    FhirKind kind = kinds.named(type);
    MultivaluedMap<String, String> given = new MultivaluedHashMap<>(uri.getQueryParameters());
    form.forEach((name, values) -> values.forEach(value -> given.add(name, value)));
    FhirFormatFilter.requireJson(form);
    FhirSearch search = ReadParameters.of(limits, kind.type(), given, isStrict(prefer));
    return answer(searchKind.search(caller.require(), kind, search));
  }

  @GET
  @Path("/{type}/{id}")
  @Operation(hidden = true)
  public Response read(@PathParam("type") String type, @PathParam("id") String id) {
    return answer(readKind.read(caller.require(), kinds.named(type), id));
  }

  /** Every other interaction, so that what is not there is said in FHIR's terms. */
  @GET
  @Path("/{type}/{id}/{rest:.*}")
  @Operation(hidden = true)
  public Response other() {
    throw Problem.of(ProblemType.NOT_FOUND);
  }

  @GET
  @Operation(hidden = true)
  public Response nothing() {
    throw Problem.of(ProblemType.NOT_FOUND);
  }

  private static boolean isStrict(@Nullable String prefer) {
    return prefer != null
        && Arrays.stream(prefer.split("[,;]"))
            .anyMatch(one -> one.strip().equalsIgnoreCase("handling=strict"));
  }

  private Response answer(IBaseResource resource) {
    return Response.ok(json.write(resource), FhirJson.TYPE + ";charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
