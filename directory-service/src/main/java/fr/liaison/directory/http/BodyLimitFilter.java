package fr.liaison.directory.http;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.register.RegisterImportResource;
import fr.liaison.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Keeps every body small but the register upload, which alone needs the service-wide limit. The
 * small body is read here at once, so that one of undeclared length is refused like any other.
 */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
  private static final int SMALL = 64 * 1024;

  private final ResourceInfo resource;

  BodyLimitFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.hasEntity() || resource.getResourceClass() == RegisterImportResource.class) {
      return;
    }
    if (request.getLength() > SMALL) {
      throw Problem.of(ProblemType.TOO_LARGE);
    }
    byte[] body = request.getEntityStream().readNBytes(SMALL + 1);
    if (body.length > SMALL) {
      throw Problem.of(ProblemType.TOO_LARGE);
    }
    request.setEntityStream(new ByteArrayInputStream(body));
  }
}
