package fr.liaison.gateway;

import fr.liaison.gateway.answer.AccessLog;
import fr.liaison.gateway.answer.Problems;
import fr.liaison.gateway.answer.SecurityHeaders;
import fr.liaison.gateway.forward.Forward;
import fr.liaison.gateway.forward.Tunnel;
import fr.liaison.gateway.limit.RateRules;
import fr.liaison.gateway.limit.RateRules.Exceeded;
import fr.liaison.gateway.route.Route;
import fr.liaison.gateway.route.Routes;
import fr.liaison.gateway.site.Site;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One request from arrival to answer: logged, routed, counted, handed on. */
final class Exchange {
  private final AccessLog accessLog = new AccessLog();
  private final Map<String, URI> services;
  private final URI keycloak;
  private final Routes routes;
  private final RateRules rates;
  private final Problems problems;
  private final SecurityHeaders security;
  private final Forward forward;
  private final Tunnel tunnel;
  private final Site site;

  Exchange(
      GatewayConfig config,
      Routes routes,
      RateRules rates,
      Problems problems,
      SecurityHeaders security,
      Forward forward,
      Tunnel tunnel,
      Site site) {
    this.services = config.services();
    this.keycloak = config.keycloak();
    this.routes = routes;
    this.rates = rates;
    this.problems = problems;
    this.security = security;
    this.forward = forward;
    this.tunnel = tunnel;
    this.site = site;
  }

  void handle(HttpServerRequest request) {
    accessLog.watch(request);
    String path = request.path();
    Route route = path == null ? new Route.Malformed() : routes.of(path, request.query());
    Optional<Exceeded> exceeded = exceeded(route, request);
    if (exceeded.isPresent()) {
      problems.tooMany(request, exceeded.get());
      return;
    }
    switch (route) {
      case Route.Upstream upstream -> toUpstream(request, upstream);
      case Route.Site file -> site.handle(request, file.path());
      case Route.Health _ -> health(request);
      case Route.Unknown _ -> problems.notFound(request);
      case Route.Malformed _ -> problems.malformed(request);
    }
  }

  private Optional<Exceeded> exceeded(Route route, HttpServerRequest request) {
    return switch (route) {
      case Route.Upstream upstream ->
          switch (upstream.kind()) {
            case API, STREAM -> rates.service(request);
            case LOGIN -> rates.login(request);
          };
      case Route.Site _, Route.Unknown _, Route.Malformed _ -> rates.site(request);
      case Route.Health _ -> Optional.empty();
    };
  }

  private void toUpstream(HttpServerRequest request, Route.Upstream route) {
    URI base = services.getOrDefault(route.name(), keycloak);
    if (route.kind() == Route.Kind.STREAM && Tunnel.isAskedFor(request)) {
      tunnel.handle(request, route, base);
    } else {
      forward.handle(request, route, base);
    }
  }

  private void health(HttpServerRequest request) {
    security.data(request.response().headers());
    request.response().putHeader("Content-Type", "application/json").end("{\"status\":\"UP\"}");
  }
}
