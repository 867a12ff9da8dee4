package fr.liaison.directory.topup;

import java.net.URI;
import java.util.Set;

/** What makes sense as a configuration; whatever does not keeps the service from starting. */
final class TopUpSettings {
  private static final String PREFIX = "liaison.directory.register.top-up.";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private TopUpSettings() {}

  static void check(TopUpConfig config) {
    String key = config.key().get();
    boolean keyed = !key.isBlank() && !key.equals(TopUpConfig.NO_KEY);
    if (config.url().isPresent() != keyed) {
      throw new IllegalStateException(PREFIX + "url and " + PREFIX + "key go together");
    }
    config.url().ifPresent(TopUpSettings::check);
    require(config.perSecond() >= 1 && config.perSecond() <= 1000, "per-second");
    require(config.pageSize() >= 1 && config.pageSize() <= 1000, "page-size");
    require(config.mostPages() >= 1, "most-pages");
    require(config.attempts() >= 1, "attempts");
    require(config.every().toMillis() >= 1000, "every");
    require(config.mostDepartures() >= 0 && config.mostDepartures() <= 1, "most-departures");
    require(!config.overlap().isNegative(), "overlap");
  }

  private static void check(URI url) {
    boolean plainHere =
        "http".equalsIgnoreCase(url.getScheme())
            && url.getHost() != null
            && LOOPBACK.contains(url.getHost());
    require(
        url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && ("https".equalsIgnoreCase(url.getScheme()) || plainHere),
        "url");
  }

  private static void require(boolean sound, String property) {
    if (!sound) {
      throw new IllegalStateException(PREFIX + property + " makes no sense");
    }
  }
}
