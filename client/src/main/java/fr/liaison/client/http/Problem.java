package fr.liaison.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A refusal (RFC 9457). The code is stable and is what programs decide on; an answer that is no
 * problem document has the code {@code http-<status>}. Prints status and code only.
 */
public record Problem(
    int status, String code, ObjectNode members, @Nullable Duration retryAfterOrNull) {

  /** As the HTTP layer itself says that nobody is logged in. */
  public static Problem signedOut() {
    return new Problem(
        401, ProblemType.UNAUTHENTICATED.code(), JsonNodeFactory.instance.objectNode(), null);
  }

  /** A refusal that came without a problem document. */
  public static Problem named(int status, String code) {
    return new Problem(status, code, JsonNodeFactory.instance.objectNode(), null);
  }

  /** A success that is not the answer the API promises, as from another version. */
  public static Problem unexpected(int status) {
    return new Problem(status, "unexpected-answer", JsonNodeFactory.instance.objectNode(), null);
  }

  static Problem read(int status, String mediaType, String body, @Nullable Duration retryAfter) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    if (mediaType.contains("json")) {
      members = members(body, members);
    }
    JsonNode code = members.path("code");
    return new Problem(
        status, code.isTextual() ? code.textValue() : "http-" + status, members, retryAfter);
  }

  private static ObjectNode members(String body, ObjectNode none) {
    try {
      return ContractJson.mapper().readTree(body) instanceof ObjectNode object ? object : none;
    } catch (JsonProcessingException unreadable) {
      return none;
    }
  }

  public boolean is(ProblemType type) {
    return code.equals(type.code());
  }

  /** How long the server asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfterOrNull);
  }

  /** An extension member such as {@code currentEpoch}. */
  public OptionalLong number(String member) {
    JsonNode value = members.path(member);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** Quoted to the operator: finds the log line of a 500 without any content. */
  public Optional<String> incident() {
    return Optional.ofNullable(members.path("incident").textValue());
  }

  @Override
  public String toString() {
    return "Problem[" + status + " " + code + "]";
  }
}
