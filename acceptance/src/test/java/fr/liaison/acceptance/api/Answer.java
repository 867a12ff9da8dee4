package fr.liaison.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** What a service answered. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON; missing members read as empty. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("not JSON: " + body, unreadable);
    }
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The problem code, or empty when the answer is no problem document. */
  public String problem() {
    return header("content-type").startsWith("application/problem+json")
        ? json().path("code").asText()
        : "";
  }
}
