package fr.liaison.client.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.http.Interrupted;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The OAuth endpoints of realm {@code liaison} behind the gateway. */
public final class Realm {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LARGEST_ANSWER = 1L << 20;
  private static final String PATH = "/auth/realms/liaison/protocol/openid-connect";

  private final URI origin;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public Realm(URI origin) {
    this.origin = origin;
  }

  RealmAnswer token(Map<String, String> form) {
    return post("/token", form);
  }

  RealmAnswer deviceAuthorization(Map<String, String> form) {
    return post("/auth/device", form);
  }

  /** Ends the session of a refresh token; a server that is away changes nothing for the caller. */
  RealmAnswer logout(Map<String, String> form) {
    return post("/logout", form);
  }

  private RealmAnswer post(String endpoint, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin + PATH + endpoint))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      HttpResponse<String> response =
          http.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofString(), LARGEST_ANSWER));
      return read(response.statusCode(), response.body());
    } catch (IOException unreachable) {
      return new RealmAnswer.Silence();
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }

  static RealmAnswer read(int status, String body) {
    JsonNode json = json(body);
    if (status / 100 == 2) {
      return new RealmAnswer.Document(json);
    }
    if (status >= 500) {
      return new RealmAnswer.Silence();
    }
    String error = json.path("error").asText("");
    return new RealmAnswer.Failure(error.isEmpty() ? "http-" + status : error);
  }

  private static JsonNode json(String body) {
    try {
      return ContractJson.mapper().readTree(body);
    } catch (JsonProcessingException unreadable) {
      return ContractJson.mapper().createObjectNode();
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
