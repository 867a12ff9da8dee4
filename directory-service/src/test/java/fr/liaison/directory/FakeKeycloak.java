package fr.liaison.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The few admin calls the directory makes, answered as Keycloak does. Its state lives in system
 * properties, because the application under test and its test have different class loaders.
 */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {
  private static final String PREFIX = "fake.keycloak.";
  private static final ObjectMapper JSON = new ObjectMapper();
  private HttpServer server;

  /** Whether the account may log in, as the directory last said; null when it said nothing. */
  public static String enabled(String accountId) {
    return state().getProperty(PREFIX + "enabled." + accountId);
  }

  public static boolean loggedOut(String accountId) {
    return state().containsKey(PREFIX + "logout." + accountId);
  }

  /** Whether this one session was ended. */
  public static boolean ended(String session) {
    return state().containsKey(PREFIX + "ended." + session);
  }

  /** From now on every admin call fails, or none does. */
  public static void broken(boolean broken) {
    state().setProperty(PREFIX + "broken", Boolean.toString(broken));
  }

  /** From now on there is no realm, as while it is restored, or there is one. */
  public static void realmless(boolean realmless) {
    state().setProperty(PREFIX + "realmless", Boolean.toString(realmless));
  }

  /** The account with this user name exists, as after an attempt that died; answers its id. */
  public static String existing(String username) {
    state().setProperty(PREFIX + "user." + username, "");
    return "kc-" + username;
  }

  /** What the directory asked for when it made the account. */
  public static String created(String username) {
    return state().getProperty(PREFIX + "user." + username);
  }

  /** From now on the account has a passkey. */
  public static void passkey(String accountId) {
    state().setProperty(PREFIX + "passkey." + accountId, "");
  }

  public static boolean hasPassword(String accountId) {
    return !state().containsKey(PREFIX + "sealed." + accountId);
  }

  /** The account exists as the broker of Pro Santé Connect made it. */
  public static void brokered(String accountId, String nationalId) {
    state().setProperty(PREFIX + "number." + accountId, nationalId);
    state().setProperty(PREFIX + "name." + accountId, "psc-" + nationalId);
    state().setProperty(PREFIX + "link." + accountId, "");
  }

  /** Whether Pro Santé Connect knows the account by a subject of its own. */
  public static boolean linked(String accountId) {
    return state().containsKey(PREFIX + "link." + accountId);
  }

  /** The national id that its tokens bear. */
  public static String number(String accountId) {
    return state().getProperty(PREFIX + "number." + accountId);
  }

  public static String username(String accountId) {
    return state().getProperty(PREFIX + "name." + accountId);
  }

  private static Properties state() {
    return System.getProperties();
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    return Map.of(
        "quarkus.keycloak.admin-client.server-url",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/auth",
        "quarkus.keycloak.admin-client.client-secret",
        "secret");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/token")) {
      reply(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
    } else if (Boolean.getBoolean(PREFIX + "broken")) {
      reply(exchange, 503, "{}");
    } else if (path.contains("/users/silent")) {
      return; // and never an answer
    } else if (path.endsWith("/users/count")) {
      reply(exchange, Boolean.getBoolean(PREFIX + "realmless") ? 404 : 200, "7");
    } else if (Boolean.getBoolean(PREFIX + "realmless")) {
      reply(exchange, 404, "{}");
    } else if (path.contains("/users/gone")) {
      reply(exchange, 404, "{}");
    } else if (path.endsWith("/users")) {
      answerUsers(exchange, body);
    } else if (path.endsWith("/credentials")) {
      reply(exchange, 200, credentials(userIn(path)));
    } else if (path.contains("/sessions/")) {
      state().setProperty(PREFIX + "ended." + path.substring(path.lastIndexOf('/') + 1), "true");
      reply(exchange, 204, "");
    } else if (path.contains("/federated-identity/")) {
      boolean linked = state().remove(PREFIX + "link." + userIn(path)) != null;
      reply(exchange, linked ? 204 : 404, "");
    } else if (exchange.getRequestMethod().equals("DELETE") && path.endsWith(userIn(path))) {
      state().remove(PREFIX + "name." + userIn(path));
      state().remove(PREFIX + "number." + userIn(path));
      reply(exchange, 204, "");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      state().setProperty(PREFIX + "sealed." + userIn(path), "");
      reply(exchange, 204, "");
    } else if (path.endsWith("/logout")) {
      state().setProperty(PREFIX + "logout." + userIn(path), "true");
      reply(exchange, 204, "");
    } else if (exchange.getRequestMethod().equals("PUT")
        && isTaken(JSON.readTree(body).path("username").asText(), userIn(path))) {
      reply(exchange, 409, "{\"errorMessage\":\"User exists with same username\"}");
    } else if (exchange.getRequestMethod().equals("PUT")) {
      update(userIn(path), JSON.readTree(body));
      reply(exchange, 204, "");
    } else {
      reply(exchange, 200, user(userIn(path)));
    }
  }

  private static void update(String accountId, JsonNode account) {
    state().setProperty(PREFIX + "enabled." + accountId, account.path("enabled").asText());
    JsonNode number = account.at("/attributes/nationalId/0");
    if (!number.isMissingNode()) {
      state().setProperty(PREFIX + "number." + accountId, number.asText());
      state().setProperty(PREFIX + "name." + accountId, account.path("username").asText());
    }
  }

  private static boolean isTaken(String username, String accountId) {
    return holder(username).filter(id -> !id.equals(accountId)).isPresent();
  }

  private static Optional<String> holder(String username) {
    return state().stringPropertyNames().stream()
        .filter(key -> key.startsWith(PREFIX + "name."))
        .filter(key -> username.equals(state().getProperty(key)))
        .map(key -> key.substring((PREFIX + "name.").length()))
        .findFirst();
  }

  private static String user(String accountId) {
    String plain = "{\"id\":\"" + accountId + "\",\"enabled\":true";
    return number(accountId) == null
        ? plain + "}"
        : plain
            + ",\"username\":\""
            + username(accountId)
            + "\",\"attributes\":{\"nationalId\":[\""
            + number(accountId)
            + "\"]}}";
  }

  private static void answerUsers(HttpExchange exchange, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      String username =
          exchange.getRequestURI().getQuery().replaceAll(".*username=([^&]*).*", "$1");
      String id = holder(username).orElse("kc-" + username);
      reply(exchange, 200, "[{\"id\":\"" + id + "\",\"username\":\"" + username + "\"}]");
      return;
    }
    String username = JSON.readTree(body).path("username").asText();
    String text = new String(body, StandardCharsets.UTF_8);
    if (state().putIfAbsent(PREFIX + "user." + username, text) != null) {
      reply(exchange, 409, "{\"errorMessage\":\"User exists with same username\"}");
    } else {
      exchange
          .getResponseHeaders()
          .set("Location", "http://127.0.0.1/auth/admin/realms/liaison/users/kc-" + username);
      reply(exchange, 201, "");
    }
  }

  private static String credentials(String accountId) {
    String password = hasPassword(accountId) ? "{\"id\":\"p\",\"type\":\"password\"}" : "";
    return state().containsKey(PREFIX + "passkey." + accountId)
        ? "["
            + password
            + (password.isEmpty() ? "" : ",")
            + "{\"id\":\"k\",\"type\":\"webauthn-passwordless\"}]"
        : "[" + password + "]";
  }

  private static String userIn(String path) {
    String rest = path.substring(path.indexOf("/users/") + "/users/".length());
    return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
