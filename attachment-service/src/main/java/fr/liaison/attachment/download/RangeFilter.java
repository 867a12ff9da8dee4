package fr.liaison.attachment.download;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.ProblemDocument;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the size of the blob with a range that lies outside it (RFC 9110, 15.5.17). */
@Provider
@Ranged
class RangeFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == ProblemType.RANGE_NOT_SATISFIABLE.status()
        && response.getEntity() instanceof ProblemDocument problem) {
      response.getHeaders().putSingle("Content-Range", "bytes */" + problem.members().get("size"));
    }
  }
}
