package fr.liaison.kit.identity;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  /** Names the device through which the caller acts. */
  public static final String DEVICE_HEADER = "Liaison-Device";

  private final SecurityIdentity identity;
  private final HttpServerRequest request;

  CurrentCaller(SecurityIdentity identity, HttpServerRequest request) {
    this.identity = identity;
    this.request = request;
  }

  /** The caller; throws {@code unauthenticated} when there is no verified token. */
  public Caller require() {
    return find().orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
  }

  /** The caller, or empty when the request carries no verified token. */
  public Optional<Caller> find() {
    if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
      return Optional.of(CallerFactory.from(token, identity.getRoles(), device()));
    }
    return Optional.empty();
  }

  private @Nullable UUID device() {
    String header = request.getHeader(DEVICE_HEADER);
    if (header == null) {
      return null;
    }
    try {
      return UUID.fromString(header);
    } catch (IllegalArgumentException notAUuid) {
      throw Problem.field(DEVICE_HEADER, "must be a UUID");
    }
  }
}
