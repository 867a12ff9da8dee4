package fr.liaison.directory.fhir;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The FHIR facade. */
@ConfigMapping(prefix = "liaison.directory.fhir")
public interface FhirConfig {
  /**
   * The address under which software outside reaches {@code /fhir}, without a slash at its end.
   * Links and references in answers begin with it, whatever the request said of itself.
   */
  @WithDefault("http://localhost:8080/api/directory/fhir")
  URI base();
}
