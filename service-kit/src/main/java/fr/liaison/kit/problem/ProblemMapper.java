package fr.liaison.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.log.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The only place where failures become answers. Everything unforeseen is a 500 with an opaque
 * incident id; no exception message ever leaves the service. Refusals of access are recorded in the
 * audit trail before they are answered; if that fails, the answer is 503.
 */
@Singleton
public class ProblemMapper {
  private static final Log LOG = Log.of(ProblemMapper.class);
  private final AuditTrail audit;
  private final ResourceInfo resource;

  ProblemMapper(AuditTrail audit, ResourceInfo resource) {
    this.audit = audit;
    this.resource = resource;
  }

  @ServerExceptionMapper({
    Throwable.class,
    UnauthorizedException.class,
    ForbiddenException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    WebApplicationException.class,
    MismatchedInputException.class,
    JsonProcessingException.class,
    ConstraintViolationException.class,
    ValidationException.class
  })
  public Uni<Response> answer(Throwable failure) {
    Problem problem = Classification.classify(failure);
    if (!problem.refusesAccess() || problem.isRecorded()) {
      return Uni.createFrom().item(answer(problem));
    }
    // Refusals before a resource method arrive on an event loop, where nothing may wait.
    Act refusal = audit.refusal(problem.type(), operation());
    return Uni.createFrom()
        .item(() -> recorded(refusal, problem))
        .runSubscriptionOn(task -> Thread.ofVirtual().name("refusal").start(task));
  }

  private Response recorded(Act refusal, Problem problem) {
    try {
      audit.recordAlone(refusal);
      return answer(problem);
    } catch (RuntimeException unrecorded) {
      LOG.warn("A refusal could not be recorded", Map.of(), unrecorded);
      return answer(Classification.unavailable());
    }
  }

  /** The resource method asked for, for example {@code DeviceResource.revoke}; never the path. */
  private String operation() {
    Class<?> type = resource.getResourceClass();
    return type == null
        ? "unknown"
        : type.getSimpleName() + "." + resource.getResourceMethod().getName();
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
