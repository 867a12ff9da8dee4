package fr.liaison.kit.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the claims Liaison relies on from a verified token. */
final class CallerFactory {
  private CallerFactory() {}

  static Caller from(JsonWebToken token, Set<String> roles, @Nullable UUID device) {
    @Nullable Long login = longClaim(token, "auth_time");
    if ((login == null || login == 0) && roles.contains(Role.SOFTWARE)) {
      // A program gets each token with its secret, so there is no older login behind it. A number
      // that a token lacks is read as zero.
      login = longClaim(token, "iat");
    }
    return new Caller(
        token.getSubject(),
        emptyToNull(token.getClaim("national_id")),
        roles,
        login == null ? null : Instant.ofEpochSecond(login),
        device,
        emptyToNull(token.getClaim("azp")),
        emptyToNull(token.getClaim("sid")));
  }

  static Set<String> realmRoles(JsonWebToken token) {
    Set<String> roles = new HashSet<>();
    if (token.getClaim("realm_access") instanceof JsonObject access
        && access.get("roles") instanceof JsonArray names) {
      names.forEach(
          name -> {
            if (name instanceof JsonString text) {
              roles.add(text.getString());
            }
          });
    }
    return roles;
  }

  private static @Nullable Long longClaim(JsonWebToken token, String name) {
    Object claim = token.getClaim(name);
    return switch (claim) {
      case null -> null;
      case Number number -> number.longValue();
      case jakarta.json.JsonNumber number -> number.longValue();
      default -> null;
    };
  }

  private static @Nullable String emptyToNull(@Nullable Object claim) {
    String text =
        switch (claim) {
          case null -> "";
          case JsonString json -> json.getString();
          default -> claim.toString();
        };
    return text.isBlank() ? null : text;
  }
}
