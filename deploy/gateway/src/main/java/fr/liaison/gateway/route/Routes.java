package fr.liaison.gateway.route;

import fr.liaison.gateway.limit.BodyLimit;
import fr.liaison.gateway.limit.BodyLimits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The route table. A service is reached under `/api/<name>` with that prefix taken off, except its
 * management paths under `/q`; Keycloak under `/auth` with the path kept, and only the realms and
 * resources a browser needs. WebSockets pass on one path only, the stream of conversations.
 */
public final class Routes {
  public static final String KEYCLOAK = "keycloak";

  private final Set<String> services;
  private final Set<String> realms;
  private final BodyLimits limits;

  public Routes(Set<String> services, Set<String> realms, BodyLimits limits) {
    this.services = services;
    this.realms = realms;
    this.limits = limits;
  }

  public Route of(String path, @Nullable String query) {
    if (!PathRules.holdFor(path)) {
      return new Route.Malformed();
    }
    String[] segments = path.substring(1).split("/", -1);
    return switch (segments[0]) {
      case "api" -> api(path, query, segments);
      case "auth" -> login(path, query, segments);
      case "health" -> segments.length == 1 ? new Route.Health() : new Route.Unknown();
      default -> new Route.Site(path);
    };
  }

  private Route api(String path, @Nullable String query, String[] segments) {
    if (segments.length < 2 || !services.contains(segments[1]) || path.contains("%")) {
      return new Route.Unknown();
    }
    if (segments.length > 2 && segments[2].equals("q")) {
      return new Route.Unknown();
    }
    String service = segments[1];
    String rest = path.substring("/api/".length() + service.length());
    return new Route.Upstream(
        service,
        isStream(service, rest) ? Route.Kind.STREAM : Route.Kind.API,
        withQuery(rest.isEmpty() ? "/" : rest, query),
        limitOf(service, rest));
  }

  private static boolean isStream(String service, String rest) {
    return service.equals("conversation") && rest.equals("/v1/stream");
  }

  private BodyLimit limitOf(String service, String rest) {
    boolean upload =
        service.equals("attachment")
            && (rest.equals("/v1/uploads") || rest.startsWith("/v1/uploads/"));
    boolean register = service.equals("directory") && rest.equals("/v1/register-imports");
    return upload ? limits.upload() : register ? limits.register() : limits.json();
  }

  private Route login(String path, @Nullable String query, String[] segments) {
    boolean page =
        segments.length > 2 && segments[1].equals("realms") && realms.contains(segments[2]);
    boolean resource = segments.length > 2 && segments[1].equals("resources");
    return page || resource
        ? new Route.Upstream(KEYCLOAK, Route.Kind.LOGIN, withQuery(path, query), limits.json())
        : new Route.Unknown();
  }

  private static String withQuery(String path, @Nullable String query) {
    return query == null ? path : path + '?' + query;
  }
}
