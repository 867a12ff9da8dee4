package fr.liaison.kit.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Continues the caller's trace for the request and tells the caller its id. */
@Provider
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String PROPERTY = TraceParent.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    TraceParent trace = TraceParent.continued(request.getHeaderString(TraceParent.HEADER));
    request.setProperty(PROPERTY, trace);
    trace.enter();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof TraceParent trace) {
      response.getHeaders().putSingle("Liaison-Trace", trace.traceId());
    }
    TraceParent.leave();
  }
}
