package fr.liaison.client.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where the gateway is and how patient to be.
 *
 * @param origin scheme, host and port, no path: {@code https://liaison.example}
 * @param connectTimeout for the TCP and TLS handshake
 * @param callTimeout for one attempt, body included
 * @param attempts of one call, the first included
 * @param longestWait between attempts; a server that asks for longer is not waited for
 */
public record HttpSettings(
    URI origin, Duration connectTimeout, Duration callTimeout, int attempts, Duration longestWait) {

  public HttpSettings {
    String scheme = origin.getScheme();
    if (origin.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("the origin must be an http(s) address");
    }
    if (!origin.getRawPath().isEmpty() || origin.getRawQuery() != null) {
      throw new IllegalArgumentException("the origin has no path: https://liaison.example");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt");
    }
  }

  public static HttpSettings of(URI origin) {
    return new HttpSettings(
        origin, Duration.ofSeconds(10), Duration.ofSeconds(60), 4, Duration.ofSeconds(30));
  }
}
