package fr.liaison.attachment.upload;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets clients behind proxies that know only GET and POST speak tus: a POST to an upload may name
 * the method it stands for.
 */
@Provider
@PreMatching
class MethodOverrideFilter implements ContainerRequestFilter {
  private static final Set<String> ALLOWED = Set.of("PATCH", "DELETE", "HEAD");

  @Override
  public void filter(ContainerRequestContext request) {
    String meant = request.getHeaderString(Tus.METHOD_OVERRIDE);
    if (meant != null
        && ALLOWED.contains(meant)
        && HttpMethod.POST.equals(request.getMethod())
        && request.getUriInfo().getPath().startsWith("/v1/uploads/")) {
      request.setMethod(meant);
    }
  }
}
