package fr.liaison.directory.fhir;

import fr.liaison.kit.problem.ProblemDocument;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Says under {@code /fhir} in an OperationOutcome what the problem edge says everywhere else. */
@Provider
public class FhirProblemFilter implements ContainerResponseFilter {
  private static final MediaType TYPE =
      new MediaType("application", "fhir+json", Map.of("charset", "UTF-8"));

  private final FhirJson json;

  FhirProblemFilter(FhirJson json) {
    this.json = json;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (FhirFormatFilter.isFhir(request)
        && response.getEntity() instanceof ProblemDocument problem) {
      response.setEntity(json.write(Outcomes.of(problem)), new Annotation[0], TYPE);
    }
  }
}
