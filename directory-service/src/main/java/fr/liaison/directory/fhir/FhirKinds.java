package fr.liaison.directory.fhir;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of resources that are served, by their names; those of the CapabilityStatement. */
@ApplicationScoped
public class FhirKinds {
  private final Map<String, FhirKind> byName;

  FhirKinds(@All List<FhirKind> kinds) {
    byName =
        kinds.stream()
            .collect(Collectors.toMap(kind -> kind.type().resource(), Function.identity()));
    if (!byName.keySet().equals(SearchType.names())) {
      throw new IllegalStateException("what the CapabilityStatement says is not what is served");
    }
  }

  FhirKind named(String type) {
    return Optional.ofNullable(byName.get(type))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
