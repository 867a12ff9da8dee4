package fr.liaison.gateway;

import fr.liaison.gateway.limit.Rate;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads `GATEWAY_*` variables; a value that cannot be read is refused under the variable's name.
 */
record Settings(Map<String, String> environment) {
  private static final String PREFIX = "GATEWAY_";

  String text(String name, String otherwise) {
    String value = environment.get(PREFIX + name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  int number(String name, int otherwise) {
    return read(name, Integer.toString(otherwise), Integer::parseInt);
  }

  /** How many of something there may be: at least one. */
  int count(String name, int otherwise) {
    return read(
        name,
        Integer.toString(otherwise),
        text -> {
          int count = Integer.parseInt(text);
          if (count < 1) {
            throw new IllegalArgumentException("not a count");
          }
          return count;
        });
  }

  /** Bytes. */
  long size(String name, long otherwise) {
    return read(name, Long.toString(otherwise), Long::parseLong);
  }

  /** An http or https URL with a port, given or implied, and no path. */
  URI url(String name, String otherwise) {
    return read(
        name,
        otherwise,
        text -> {
          URI url = URI.create(text);
          boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
          if (!web || url.getHost() == null || !url.getRawPath().isEmpty()) {
            throw new IllegalArgumentException("not an origin");
          }
          return url;
        });
  }

  /** Requests a second and burst: `200:800`. */
  Rate rate(String name, Rate otherwise) {
    return read(
        name,
        otherwise.perSecond() + ":" + otherwise.burst(),
        text -> {
          String[] parts = text.split(":", 2);
          return new Rate(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
        });
  }

  private <T> T read(String name, String otherwise, Function<String, T> reader) {
    String value = text(name, otherwise);
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + name + " cannot be read: " + value, e);
    }
  }
}
