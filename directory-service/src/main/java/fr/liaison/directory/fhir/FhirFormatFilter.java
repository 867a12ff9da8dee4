package fr.liaison.directory.fhir;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settles the representation of an answer under {@code /fhir}: {@code _format} before {@code
 * Accept}, and JSON or none.
 */
@Provider
@PreMatching
public class FhirFormatFilter implements ContainerRequestFilter {
  private static final Set<String> JSON =
      Set.of(FhirJson.TYPE, "application/json", "application/fhir json", "json", "text/json");

  @Override
  public void filter(ContainerRequestContext request) {
    if (!isFhir(request)) {
      return;
    }
    List<String> formats =
        request.getUriInfo().getQueryParameters().getOrDefault("_format", List.of());
    boolean json =
        formats.isEmpty()
            ? request.getAcceptableMediaTypes().stream().anyMatch(FhirFormatFilter::takesJson)
            : areJson(formats);
    if (!json) {
      throw Problem.of(ProblemType.NOT_ACCEPTABLE);
    }
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, FhirJson.TYPE);
  }

  /** Refuses parameters of a body that ask for something else. */
  static void requireJson(Map<String, List<String>> parameters) {
    if (!areJson(parameters.getOrDefault("_format", List.of()))) {
      throw Problem.of(ProblemType.NOT_ACCEPTABLE);
    }
  }

  private static boolean areJson(List<String> formats) {
    return formats.stream().map(FhirFormatFilter::withoutParameters).allMatch(JSON::contains);
  }

  static boolean isFhir(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.equals("fhir") || relative.startsWith("fhir/");
  }

  private static boolean takesJson(MediaType type) {
    return type.isWildcardType()
        || (type.getType().equals("application")
            && (type.isWildcardSubtype()
                || type.getSubtype().equals("json")
                || type.getSubtype().equals("fhir+json")));
  }

  private static String withoutParameters(String format) {
    int semicolon = format.indexOf(';');
    return (semicolon < 0 ? format : format.substring(0, semicolon)).strip();
  }
}
