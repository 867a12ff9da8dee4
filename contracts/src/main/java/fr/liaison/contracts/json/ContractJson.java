package fr.liaison.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The JSON dialect of every event and public document: RFC 3339 times, base64url without padding,
 * absent rather than null, unknown fields ignored on reading. The mapper is shared and must not be
 * reconfigured by its users.
 */
public final class ContractJson {
  private static final ObjectMapper MAPPER = configure(new ObjectMapper());

  private ContractJson() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** Applies the dialect to a framework-owned mapper, so that HTTP and events never drift. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
        .setBase64Variant(Base64Variants.MODIFIED_FOR_URL);
  }
}
