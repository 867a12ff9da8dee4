package fr.liaison.kit.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies an access token that arrives in band, as on a WebSocket, where no header can carry it:
 * signature, issuer, audience and expiry. Any failure is a refusal. May fetch keys, so call it on a
 * virtual thread.
 */
@ApplicationScoped
public class TokenVerifier {
  private final DefaultJWTParser parser;

  TokenVerifier(OidcConfig config) {
    JWTAuthContextInfo context = new JWTAuthContextInfo();
    context.setIssuedBy(config.issuer());
    context.setExpectedAudience(Set.of(config.audience()));
    context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
    context.setClockSkew(5);
    context.setRequireNamedPrincipal(false);
    context.setPublicKeyLocation(config.jwks());
    this.parser = new DefaultJWTParser(context);
  }

  /** The caller and the moment the token ends, or empty for any token that is not valid now. */
  public Optional<Verified> verify(String token) {
    try {
      JsonWebToken verified = parser.parse(token);
      return Optional.of(
          new Verified(
              CallerFactory.from(verified, CallerFactory.realmRoles(verified), null),
              Instant.ofEpochSecond(verified.getExpirationTime())));
    } catch (ParseException invalid) {
      return Optional.empty();
    }
  }

  /** A verified caller and when the verification ends. */
  public record Verified(Caller caller, Instant expiresAt) {}
}
