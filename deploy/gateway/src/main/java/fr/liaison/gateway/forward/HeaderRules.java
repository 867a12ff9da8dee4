package fr.liaison.gateway.forward;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the gateway. Inwards: nothing that claims where a request came from, nothing
 * reserved for the inside, nothing of the connection; then what the gateway itself knows. Outwards:
 * nothing of the connection or the inside.
 */
public final class HeaderRules {
  private static final Set<String> CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "upgrade",
          "http2-settings");
  private static final Set<String> CLAIMS =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "x-original-url",
          "x-original-host",
          "x-rewrite-url",
          "x-http-method-override",
          "expect");
  private static final List<String> PREFIXES = List.of("x-forwarded-", "liaison-internal-");

  private final String proto;
  private final String authority;

  public HeaderRules(URI publicOrigin) {
    this.proto = publicOrigin.getScheme();
    this.authority = publicOrigin.getRawAuthority();
  }

  /** Cleans a request's headers and sets the forwarding headers of this hop. */
  void inward(MultiMap headers, String clientAddress) {
    removeNominated(headers);
    CONNECTION.forEach(headers::remove);
    CLAIMS.forEach(headers::remove);
    removePrefixed(headers);
    headers.set("X-Forwarded-For", clientAddress);
    headers.set("X-Forwarded-Proto", proto);
    headers.set("X-Forwarded-Host", authority);
    String node = clientAddress.contains(":") ? "\"[" + clientAddress + "]\"" : clientAddress;
    headers.set("Forwarded", "for=" + node + ";host=\"" + authority + "\";proto=" + proto);
  }

  /** Cleans an answer's headers. */
  void outward(MultiMap headers) {
    removeNominated(headers);
    CONNECTION.forEach(headers::remove);
    removePrefixed(headers);
    headers.remove("server");
    headers.remove("x-powered-by");
  }

  /**
   * A client may declare any header to belong to the connection; those that carry meaning here
   * stay.
   */
  private static void removeNominated(MultiMap headers) {
    for (String value : List.copyOf(headers.getAll("connection"))) {
      for (String name : value.split(",", -1)) {
        String nominated = name.strip().toLowerCase(Locale.ROOT);
        if (!nominated.isEmpty()
            && !nominated.equals("authorization")
            && !nominated.startsWith("content-")
            && !nominated.startsWith("transfer-")) {
          headers.remove(nominated);
        }
      }
    }
  }

  private static void removePrefixed(MultiMap headers) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (PREFIXES.stream().anyMatch(lower::startsWith)) {
        headers.remove(name);
      }
    }
  }
}
