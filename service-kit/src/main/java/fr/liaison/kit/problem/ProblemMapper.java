package fr.liaison.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * The only place where failures become answers. Everything unforeseen is a 500 with an opaque
 * incident id; no exception message ever leaves the service. Refusals of access are recorded in the
 * audit trail before they are answered; if that fails, the answer is 503.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Log LOG = Log.of(ProblemMapper.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private final AuditTrail audit;
  private final ResourceInfo resource;

  ProblemMapper(AuditTrail audit, ResourceInfo resource) {
    this.audit = audit;
    this.resource = resource;
  }

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = classify(failure);
    if (isRefusalOfAccess(problem.type())) {
      try {
        audit.recordRefusal(problem.type(), operation());
      } catch (RuntimeException unrecorded) {
        LOG.warn("A refusal could not be recorded", Map.of(), unrecorded);
        problem = unavailable();
      }
    }
    return answer(problem);
  }

  /** The resource method asked for, for example {@code DeviceResource.revoke}; never the path. */
  private String operation() {
    Class<?> type = resource.getResourceClass();
    return type == null
        ? "unknown"
        : type.getSimpleName() + "." + resource.getResourceMethod().getName();
  }

  private static Problem classify(Throwable failure) {
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

  private static Problem unavailable() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(RETRY);
  }

  private static Problem internal(Throwable failure) {
    UUID incident = Uuid7.next();
    LOG.error("A request failed", Map.of(LogKey.incident, incident), failure);
    return Problem.of(ProblemType.INTERNAL_ERROR).with("incident", incident);
  }

  private static boolean isRefusalOfAccess(ProblemType type) {
    return switch (type) {
      case FORBIDDEN, DEVICE_UNKNOWN, DEVICE_REVOKED, NOT_REGISTERED, REGISTRATION_ENDED -> true;
      default -> false;
    };
  }

  private static Response answer(Problem problem) {
    ProblemType type = problem.type();
    Response.ResponseBuilder response =
        Response.status(type.status())
            .type("application/problem+json")
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(ProblemDocument.of(type, problem.detail(), problem.members()));
    Duration retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      response.header("Retry-After", Math.max(1, retryAfter.toSeconds()));
    }
    if (type.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(type));
    }
    return response.build();
  }

  /** RFC 6750, and RFC 9470 for the step-up. */
  private static String challenge(ProblemType type) {
    return type == ProblemType.STEP_UP_REQUIRED
        ? "Bearer error=\"insufficient_user_authentication\", max_age=\"0\""
        : "Bearer";
  }
}
