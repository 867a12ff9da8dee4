package fr.liaison.directory.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Writes resources as FHIR JSON. HAPI's model is read at first use: it is expensive to make. */
@ApplicationScoped
public class FhirJson {
  /** The media type of FHIR in JSON. */
  public static final String TYPE = "application/fhir+json";

  private static final class Model {
    static final FhirContext R4 = FhirContext.forR4();
  }

  public String write(IBaseResource resource) {
    return Model.R4.newJsonParser().encodeResourceToString(resource);
  }
}
