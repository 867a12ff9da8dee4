package fr.liaison.gateway.limit;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Which counters a request draws on: always that of its address, for the services also that of its
 * credential, so that a hospital behind one address is not one client, and one stolen token is not
 * many. A credential is counted under its hash.
 */
public final class RateRules {
  private final RateLimiter addresses;
  private final RateLimiter credentials;
  private final RateLimiter logins;

  public RateRules(RateLimiter addresses, RateLimiter credentials, RateLimiter logins) {
    this.addresses = addresses;
    this.credentials = credentials;
    this.logins = logins;
  }

  /** The refusal of a request to a service, or empty if it may pass. */
  public Optional<Exceeded> service(HttpServerRequest request) {
    String credential = request.getHeader("Authorization");
    Optional<Exceeded> byAddress = site(request);
    return credential == null || byAddress.isPresent()
        ? byAddress
        : draw(credentials, "credential", hash(credential));
  }

  /** The refusal of a request to the login pages, or empty if it may pass. */
  public Optional<Exceeded> login(HttpServerRequest request) {
    Optional<Exceeded> byAddress = site(request);
    return byAddress.isPresent() ? byAddress : draw(logins, "login", address(request));
  }

  /** The refusal of a request for the web client, or empty if it may pass. */
  public Optional<Exceeded> site(HttpServerRequest request) {
    return draw(addresses, "address", address(request));
  }

  private static String address(HttpServerRequest request) {
    return request.remoteAddress().hostAddress();
  }

  private static Optional<Exceeded> draw(RateLimiter limiter, String policy, String client) {
    long wait = limiter.take(client);
    return wait == 0 ? Optional.empty() : Optional.of(new Exceeded(policy, limiter.rate(), wait));
  }

  private static String hash(String credential) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A counter that ran out: its policy's name and rate, and the seconds to wait. */
  public record Exceeded(String policy, Rate rate, long retryAfter) {}
}
