package fr.liaison.platform;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as a login needs: cookies, redirects, one form. Asks Keycloak directly for
 * what stands under the public origin, because no gateway runs in this test. Keeps cookies marked
 * Secure also over http, as browsers do for localhost.
 */
final class LoginBrowser {
  private static final Pattern FORM =
      Pattern.compile("<form id=\"kc-form-login\" action=\"([^\"]+)\"");
  private static final String REALM = "/auth/realms/liaison/protocol/openid-connect/";
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-realm-to-take-it";
  private static final String CHALLENGE = "OMAIu6bZOa2G2lD8pjfekcQWj2U9n9xgGKRDCoNGKHg";

  private final String publicOrigin;
  private final String keycloak;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, HttpCookie> cookies = new HashMap<>();

  LoginBrowser(Platform platform) {
    publicOrigin = platform.url();
    keycloak = platform.keycloakUrl().replaceAll("/auth$", "");
  }

  String home() {
    return publicOrigin + "/";
  }

  /** Opens the login page, or is sent back at once. */
  Page open(Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", "liaison-web");
    query.put("redirect_uri", home());
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("state", "s");
    query.put("nonce", "n");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.putAll(more);
    query.values().removeIf(String::isEmpty);
    return follow(get(publicOrigin + REALM + "auth?" + encode(query)));
  }

  /** Fills in the login form of a page. */
  Page logIn(Page page, String user, String password) {
    Matcher form = FORM.matcher(page.text());
    if (!form.find()) {
      throw new AssertionError("no login form: " + page.text());
    }
    return follow(
        post(form.group(1).replace("&amp;", "&"), Map.of("username", user, "password", password)));
  }

  Page throughProSanteConnect(String nationalId) {
    return logIn(open(Map.of("kc_idp_hint", "psc")), nationalId, "demo");
  }

  Page withPassword(String user) {
    return logIn(open(Map.of()), user, "liaison-demo");
  }

  /** Asks the realm's token endpoint; answers with status and JSON text. */
  Page token(Map<String, String> fields) {
    return page(post(publicOrigin + REALM + "token", fields));
  }

  /** The tokens for the code that a login ended with. */
  Page tokens(Page ended) {
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "liaison-web",
            "redirect_uri",
            home(),
            "code",
            ended.code(),
            "code_verifier",
            VERIFIER));
  }

  Page visit(String url) {
    return follow(get(url));
  }

  void forgetRealm() {
    cookies.values().removeIf(cookie -> cookie.getPath().startsWith("/auth/realms/liaison/"));
  }

  private Page follow(HttpResponse<String> first) {
    HttpResponse<String> answer = first;
    for (int hop = 0; hop < 15 && answer.statusCode() / 100 == 3; hop++) {
      String location = answer.headers().firstValue("Location").orElseThrow();
      String next = answer.uri().resolve(location).toString().replace(keycloak, publicOrigin);
      if (next.startsWith(home() + "?")) {
        return new Page(answer.statusCode(), "", next);
      }
      answer = get(next);
    }
    return page(answer);
  }

  private static Page page(HttpResponse<String> answer) {
    return new Page(answer.statusCode(), answer.body(), answer.uri().toString());
  }

  private HttpResponse<String> get(String url) {
    return send(request(url).GET());
  }

  private HttpResponse<String> post(String url, Map<String, String> fields) {
    return send(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(fields))));
  }

  private HttpRequest.Builder request(String url) {
    URI inside = URI.create(url.replace(publicOrigin, keycloak));
    HttpRequest.Builder request = HttpRequest.newBuilder(inside).header("Accept-Language", "fr");
    String sent =
        cookies.values().stream()
            .filter(cookie -> inside.getPath().startsWith(cookie.getPath()))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return sent.isEmpty() ? request : request.header("Cookie", sent);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").stream()
          .flatMap(header -> HttpCookie.parse(header).stream())
          .forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(HttpCookie cookie) {
    String key = cookie.getName() + " " + cookie.getPath();
    if (cookie.getMaxAge() == 0) {
      cookies.remove(key);
    } else {
      cookies.put(key, cookie);
    }
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Where a login stands: a page to read, or the way back to the client. */
  record Page(int status, String text, String url) {

    boolean isBack() {
      return url.contains("/?") && text.isEmpty();
    }

    String code() {
      Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(url);
      if (!isBack() || !code.find()) {
        throw new AssertionError("no code: " + status + " " + words());
      }
      return code.group(1);
    }

    String words() {
      return text.replaceAll("<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ").strip();
    }

    /** A string member of a JSON answer. */
    String member(String name) {
      Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(text);
      if (!member.find()) {
        throw new AssertionError("no " + name + ": " + status);
      }
      return member.group(1);
    }
  }
}
