package fr.liaison.attachment.upload;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import fr.liaison.kit.problem.ProblemDocument;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Refuses other versions of tus with 412, and states ours on every answer. */
@Provider
@TusProtocol
class TusFilter implements ContainerRequestFilter, ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    boolean discovery = HttpMethod.OPTIONS.equals(request.getMethod());
    if (!discovery && !Tus.VERSION.equals(request.getHeaderString(Tus.RESUMABLE))) {
      throw Problem.of(ProblemType.UPLOAD_VERSION);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(Tus.RESUMABLE, Tus.VERSION);
    headers.putSingle("Cache-Control", "no-store");
    if (response.getStatus() == ProblemType.UPLOAD_VERSION.status()) {
      headers.putSingle(Tus.SUPPORTED, Tus.VERSION);
    }
    if (response.getStatus() == ProblemType.TOO_MANY_REQUESTS.status()
        && response.getEntity() instanceof ProblemDocument problem) {
      stateQuota(headers, problem.members());
    }
  }

  /** The RateLimit fields of the IETF draft: the quota, and that nothing of it is left. */
  private static void stateQuota(
      MultivaluedMap<String, Object> headers, Map<String, Object> members) {
    headers.putSingle(
        "RateLimit-Policy",
        "\"upload\";q=%s;w=%s;qu=\"%s\""
            .formatted(members.get("limit"), members.get("windowSeconds"), members.get("unit")));
    headers.putSingle(
        "RateLimit", "\"upload\";r=0;t=%s".formatted(headers.getFirst("Retry-After")));
  }
}
