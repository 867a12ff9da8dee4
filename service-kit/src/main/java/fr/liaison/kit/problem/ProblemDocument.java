package fr.liaison.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import fr.liaison.contracts.problem.ProblemType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of an {@code application/problem+json} answer (RFC 9457 section 3). */
@JsonPropertyOrder({"type", "title", "status", "code", "detail"})
public record ProblemDocument(
    String type,
    String title,
    int status,
    String code,
    @Nullable String detail,
    @JsonAnyGetter Map<String, Object> members) {

  static ProblemDocument of(
      ProblemType type, @Nullable String detail, Map<String, Object> members) {
    return new ProblemDocument(
        type.uri(), type.title(), type.status(), type.code(), detail, members);
  }
}
