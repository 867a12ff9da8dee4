package fr.liaison.acceptance.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the services through the gateway, as nobody, as somebody, or as somebody on a device. */
public final class Api {
  private final String origin;
  private final Map<String, String> headers;
  private final HttpClient http;

  private Api(String origin, Map<String, String> headers, HttpClient http) {
    this.origin = origin;
    this.headers = headers;
    this.http = http;
  }

  public static Api at(String origin) {
    return new Api(
        origin, Map.of(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  public Api withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Api onDevice(String deviceId) {
    return with("Liaison-Device", deviceId);
  }

  public Api with(String header, String value) {
    Map<String, String> extended = new LinkedHashMap<>(headers);
    extended.put(header, value);
    return new Api(origin, extended, http);
  }

  /** What is sent along with every call. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public Answer get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
  }

  public Answer post(String path, String json) {
    return with("Content-Type", "application/json")
        .send("POST", path, HttpRequest.BodyPublishers.ofString(json));
  }

  /** The body written as the services' own records are. */
  public Answer postJson(String path, Object body) {
    try {
      return post(path, ContractJson.mapper().writeValueAsString(body));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  public Answer postForm(String path, String form) {
    return with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", path, HttpRequest.BodyPublishers.ofString(form));
  }

  public Answer put(String path, String json) {
    return with("Content-Type", "application/json")
        .send("PUT", path, HttpRequest.BodyPublishers.ofString(json));
  }

  /** Any method and body, with exactly the headers given so far. */
  public Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
