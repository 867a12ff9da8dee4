package fr.liaison.client.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;

/** Reads a token answer (RFC 6749 5.1). */
final class TokenReader {
  private TokenReader() {}

  /** Empty when it holds no access token. */
  static Optional<TokenSet> read(JsonNode json, Clock clock) {
    String access = json.path("access_token").asText("");
    if (access.isEmpty()) {
      return Optional.empty();
    }
    long seconds = json.path("expires_in").asLong(60);
    return Optional.of(
        new TokenSet(
            access, clock.instant().plusSeconds(seconds), json.path("refresh_token").textValue()));
  }
}
