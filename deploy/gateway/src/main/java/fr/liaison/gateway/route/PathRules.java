package fr.liaison.gateway.route;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses paths that two programs could read differently: dot segments, empty segments, encoded
 * separators, path parameters, control characters. Whatever passes means the same to the gateway
 * and to what stands behind it.
 */
final class PathRules {
  private static final Pattern ENCODED_TRICK =
      Pattern.compile("%(?:2e|2f|5c|25|3b|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");

  private PathRules() {}

  static boolean holdFor(String path) {
    return path.startsWith("/")
        && !path.contains("//")
        && !path.contains("\\")
        && !path.contains(";")
        && path.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        && !DOT_SEGMENT.matcher(path).find()
        && !ENCODED_TRICK.matcher(path.toLowerCase(Locale.ROOT)).find();
  }
}
