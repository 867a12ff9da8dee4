package fr.liaison.client.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the token endpoint gave. Prints none of it. */
public record TokenSet(String accessToken, Instant expiresAt, @Nullable String refreshToken) {
  @Override
  public String toString() {
    return "TokenSet[until " + expiresAt + "]";
  }
}
