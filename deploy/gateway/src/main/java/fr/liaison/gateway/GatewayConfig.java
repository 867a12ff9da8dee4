package fr.liaison.gateway;

import fr.liaison.gateway.limit.BodyLimit;
import fr.liaison.gateway.limit.BodyLimits;
import fr.liaison.gateway.limit.Rate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the gateway can be told, read from the environment once at the start. Every setting
 * has a default that fits `./liaison up`; deploy/gateway/README.md lists them.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param publicOrigin what the browser sees, without a slash at the end
 * @param webRoot folder of the built web client
 * @param services base URL of each service by name
 * @param keycloak base URL of Keycloak, without `/auth`
 * @param realms realms whose pages may be reached
 * @param bodies size and time of request bodies
 * @param sockets WebSockets open at one time; more are refused
 * @param perAddress requests of one address
 * @param perCredential requests with one credential to the services
 * @param perLogin requests of one address to Keycloak
 */
public record GatewayConfig(
    String host,
    int port,
    URI publicOrigin,
    Path webRoot,
    Map<String, URI> services,
    URI keycloak,
    Set<String> realms,
    BodyLimits bodies,
    int sockets,
    Rate perAddress,
    Rate perCredential,
    Rate perLogin) {

  private static final Map<String, Integer> SERVICE_PORTS =
      Map.of(
          "directory", 18101,
          "conversation", 18102,
          "attachment", 18103,
          "notification", 18104,
          "audit", 18105);

  /** Throws {@link IllegalArgumentException}, naming the variable, when one cannot be read. */
  public static GatewayConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    int port = settings.number("PORT", 8080);
    Map<String, URI> services = new HashMap<>();
    SERVICE_PORTS.forEach(
        (name, servicePort) ->
            services.put(
                name,
                settings.url(
                    name.toUpperCase(java.util.Locale.ROOT) + "_URL",
                    "http://127.0.0.1:" + servicePort)));
    return new GatewayConfig(
        settings.text("HOST", "127.0.0.1"),
        port,
        settings.url("PUBLIC_ORIGIN", "http://localhost:" + port),
        Path.of(settings.text("WEB_ROOT", "web/dist")),
        Map.copyOf(services),
        settings.url("KEYCLOAK_URL", "http://127.0.0.1:18180"),
        Set.copyOf(List.of(settings.text("REALMS", "liaison,psc-sim").split(","))),
        new BodyLimits(
            new BodyLimit(settings.size("BODY_LIMIT", 2 << 20), Duration.ofSeconds(30)),
            new BodyLimit(settings.size("UPLOAD_LIMIT", 110 << 20), Duration.ofHours(1)),
            new BodyLimit(settings.size("REGISTER_LIMIT", 3L << 29), Duration.ofHours(1))),
        settings.count("SOCKETS", 1024),
        settings.rate("RATE_PER_ADDRESS", new Rate(1000, 4000)),
        settings.rate("RATE_PER_CREDENTIAL", new Rate(200, 800)),
        settings.rate("RATE_PER_LOGIN", new Rate(50, 500)));
  }
}
