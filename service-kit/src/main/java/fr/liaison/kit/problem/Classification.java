package fr.liaison.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Says which problem a failure is. What is not foreseen is an incident: logged, never explained.
 */
final class Classification {
  private static final Log LOG = Log.of(Classification.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private Classification() {}

  static Problem classify(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case DatabaseUnavailable outage -> unavailable();
      case UnauthorizedException missing -> Problem.of(ProblemType.UNAUTHENTICATED);
      case AuthenticationException invalid -> Problem.of(ProblemType.UNAUTHENTICATED);
      case ForbiddenException refused -> Problem.of(ProblemType.FORBIDDEN);
      case ConstraintViolationException violations -> ofViolations(violations);
      case JsonProcessingException unreadable -> malformed(unreadable);
      case WebApplicationException framework -> ofFramework(framework);
      default -> internal(failure);
    };
  }

  private static Problem ofFramework(WebApplicationException framework) {
    for (Throwable cause = framework.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException unreadable) {
        return malformed(unreadable);
      }
    }
    return switch (framework.getResponse().getStatus()) {
      case 400 -> Problem.of(ProblemType.MALFORMED_REQUEST);
      case 401 -> Problem.of(ProblemType.UNAUTHENTICATED);
      case 403 -> Problem.of(ProblemType.FORBIDDEN);
      case 404 -> Problem.of(ProblemType.NOT_FOUND);
      case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED);
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
      case 413 -> Problem.of(ProblemType.TOO_LARGE);
      case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      default -> internal(framework);
    };
  }

  private static Problem malformed(JsonProcessingException unreadable) {
    Problem problem = Problem.of(ProblemType.MALFORMED_REQUEST);
    var where = unreadable.getLocation();
    return where == null
        ? problem
        : problem.with("line", where.getLineNr()).with("column", where.getColumnNr());
  }

  private static Problem ofViolations(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .findFirst()
        .map(v -> Problem.field(lastNode(v.getPropertyPath().toString()), v.getMessage()))
        .orElseGet(() -> Problem.of(ProblemType.INVALID_PARAMETER));
  }

  private static String lastNode(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  static Problem unavailable() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(RETRY);
  }

  private static Problem internal(Throwable failure) {
    UUID incident = Uuid7.next();
    LOG.error("A request failed", Map.of(LogKey.incident, incident), failure);
    return Problem.of(ProblemType.INTERNAL_ERROR).with("incident", incident);
  }
}
