package fr.liaison.directory;

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

  /** From now on every admin call fails, or none does. */
  public static void broken(boolean broken) {
    state().setProperty(PREFIX + "broken", Boolean.toString(broken));
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
    } else if (path.contains("/users/gone")) {
      reply(exchange, 404, "{}");
    } else if (path.endsWith("/logout")) {
      state().setProperty(PREFIX + "logout." + userIn(path), "true");
      reply(exchange, 204, "");
    } else if (exchange.getRequestMethod().equals("PUT")) {
      state()
          .setProperty(
              PREFIX + "enabled." + userIn(path), JSON.readTree(body).path("enabled").asText());
      reply(exchange, 204, "");
    } else {
      reply(exchange, 200, "{\"id\":\"" + userIn(path) + "\",\"enabled\":true}");
    }
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
