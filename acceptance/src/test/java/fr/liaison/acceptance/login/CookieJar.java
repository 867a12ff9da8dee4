package fr.liaison.acceptance.login;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cookies as a browser keeps them for one origin. Unlike the JDK's jar it sends {@code Secure}
 * cookies to http://localhost, as browsers do.
 */
final class CookieJar {
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();

  void store(HttpResponse<?> response) {
    for (String header : response.headers().allValues("set-cookie")) {
      String[] parts = header.split(";");
      String[] pair = parts[0].split("=", 2);
      String path = "/";
      boolean dropped = false;
      for (String part : parts) {
        String attribute = part.strip();
        if (attribute.regionMatches(true, 0, "Path=", 0, 5)) {
          path = attribute.substring(5);
        } else if (attribute.equalsIgnoreCase("Max-Age=0")) {
          dropped = true;
        }
      }
      String key = pair[0].strip() + "@" + path;
      if (dropped) {
        cookies.remove(key);
      } else {
        cookies.put(key, new Cookie(pair[0].strip(), pair.length > 1 ? pair[1] : "", path));
      }
    }
  }

  String headerFor(URI address) {
    return cookies.values().stream()
        .filter(cookie -> address.getPath().startsWith(cookie.path()))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  private record Cookie(String name, String value, String path) {}
}
