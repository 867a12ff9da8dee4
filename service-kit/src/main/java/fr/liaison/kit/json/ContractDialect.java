package fr.liaison.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.contracts.json.ContractJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes HTTP bodies follow the same JSON rules as events. */
@Singleton
public class ContractDialect implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    ContractJson.configure(mapper);
  }
}
