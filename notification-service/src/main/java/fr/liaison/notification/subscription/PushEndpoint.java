package fr.liaison.notification.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL of a subscription at its push service. A capability: whoever knows it can wake the
 * device, so it stays out of logs. Only its form is checked here; where its host leads is checked
 * whenever we connect.
 */
public record PushEndpoint(URI uri) {
  private static final int LONGEST = 1024;
  private static final Pattern HOST_NAME =
      Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /** Empty for whatever is not the URL of a push service that the configuration lets in. */
  static Optional<PushEndpoint> parse(String text, EndpointConfig config) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text).parseServerAuthority();
      return isPlain(uri) && (isPublicForm(uri, config) || isLoopback(uri, config))
          ? Optional.of(new PushEndpoint(uri))
          : Optional.empty();
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(URI uri) {
    return uri.getHost() != null
        && uri.getScheme() != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && uri.getPort() != 0
        && uri.getPort() <= 65_535;
  }

  private static boolean isPublicForm(URI uri, EndpointConfig config) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getScheme().equalsIgnoreCase("https")
        && HOST_NAME.matcher(host).matches()
        && config
            .hosts()
            .map(allowed -> allowed.stream().anyMatch(one -> isWithin(host, one)))
            .orElse(true);
  }

  private static boolean isWithin(String host, String allowed) {
    return host.equals(allowed) || host.endsWith("." + allowed);
  }

  private static boolean isLoopback(URI uri, EndpointConfig config) {
    return config.allowLoopback()
        && (uri.getScheme().equalsIgnoreCase("http") || uri.getScheme().equalsIgnoreCase("https"))
        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  public boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  public String host() {
    return uri.getHost();
  }

  public int port() {
    return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
  }

  /** What follows the origin in the request line. */
  public String target() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
  }

  /** Scheme and authority, the audience of our token. */
  public String origin() {
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getAuthority();
  }

  @Override
  public String toString() {
    return "PushEndpoint";
  }
}
