package fr.liaison.acceptance.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs a demo person in as a browser would: authorization code flow with PKCE, through the gateway,
 * Keycloak's broker and the simulator's form. Each login starts with an empty cookie jar.
 */
public final class HeadlessLogin {
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern BROKER = Pattern.compile("href=\"([^\"]*/broker/psc/login[^\"]*)\"");
  private static final Pattern HIDDEN_CODE = Pattern.compile("name=\"code\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final int MOST_HOPS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String origin;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CookieJar jar = new CookieJar();
  private final String verifier = random();

  private HeadlessLogin(String origin) {
    this.origin = origin;
  }

  /**
   * The access token; throws {@link Refused} with the text of the page when the login is refused.
   */
  public static String accessToken(String origin, DemoPerson person) {
    return new HeadlessLogin(origin).run(person).path("access_token").asText();
  }

  /** The whole answer of the token endpoint, refresh token included. */
  public static JsonNode tokens(String origin, DemoPerson person) {
    return new HeadlessLogin(origin).run(person);
  }

  /**
   * Confirms a device login in a browser of its own: opens the page that the device showed, logs
   * the person in there and agrees.
   */
  public static void confirmDevice(String origin, DemoPerson person, String pageWithCode) {
    new HeadlessLogin(origin).confirm(person, pageWithCode);
  }

  private void confirm(DemoPerson person, String pageWithCode) {
    HttpResponse<String> page = followUntilPage(get(URI.create(pageWithCode)));
    if (person.throughProSanteConnect()) {
      page = followUntilPage(get(link(BROKER, page)));
    }
    HttpResponse<String> consent =
        followUntilPage(
            post(
                link(FORM, page),
                Map.of("username", person.userName(), "password", person.password())));
    Matcher code = HIDDEN_CODE.matcher(consent.body());
    if (!code.find()) {
      throw new Refused(consent.body());
    }
    HttpResponse<String> end =
        followUntilPage(post(link(FORM, consent), Map.of("code", code.group(1), "accept", "Yes")));
    if (end.statusCode() != 200) {
      throw new Refused(end.body());
    }
  }

  private static URI link(Pattern pattern, HttpResponse<String> page) {
    Matcher matcher = pattern.matcher(page.body());
    if (!matcher.find()) {
      throw new Refused(page.body());
    }
    return page.uri().resolve(matcher.group(1).replace("&amp;", "&"));
  }

  private JsonNode run(DemoPerson person) {
    HttpResponse<String> page = get(URI.create(authorizeUrl(person)));
    page = followUntilPage(page);
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new Refused(page.body());
    }
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    HttpResponse<String> answer =
        followUntilPage(
            post(action, Map.of("username", person.userName(), "password", person.password())));
    Matcher code = CODE.matcher(answer.headers().firstValue("location").orElse(""));
    if (!code.find()) {
      throw new Refused(answer.body());
    }
    return exchange(code.group(1));
  }

  private String authorizeUrl(DemoPerson person) {
    return realm("/protocol/openid-connect/auth?")
        + form(
            Map.of(
                "client_id",
                "liaison-web",
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                origin + "/",
                "state",
                random(),
                "nonce",
                random(),
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"))
        + (person.throughProSanteConnect() ? "&kc_idp_hint=psc" : "");
  }

  /** Follows redirects inside Keycloak; stops at a page, or at the redirect back to the client. */
  private HttpResponse<String> followUntilPage(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    for (int hop = 0; hop < MOST_HOPS && response.statusCode() / 100 == 3; hop++) {
      URI next = response.uri().resolve(response.headers().firstValue("location").orElseThrow());
      if (next.toString().startsWith(origin + "/?")) {
        return response;
      }
      response = get(next);
    }
    return response;
  }

  private JsonNode exchange(String code) {
    HttpResponse<String> answer =
        post(
            URI.create(realm("/protocol/openid-connect/token")),
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "liaison-web",
                "redirect_uri",
                origin + "/",
                "code",
                code,
                "code_verifier",
                verifier));
    if (answer.statusCode() != 200) {
      throw new Refused(answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private HttpResponse<String> post(URI address, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpRequest built = request.build();
      String cookies = jar.headerFor(built.uri());
      HttpRequest sent = cookies.isEmpty() ? built : request.header("Cookie", cookies).build();
      HttpResponse<String> response = http.send(sent, HttpResponse.BodyHandlers.ofString());
      jar.store(response);
      return response;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private String realm(String path) {
    return origin + "/auth/realms/liaison" + path;
  }

  private String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The login ended on a page instead of a code. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String page) {
      super(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip());
    }
  }
}
