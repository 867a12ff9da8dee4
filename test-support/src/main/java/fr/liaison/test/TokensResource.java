package fr.liaison.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Makes the service accept the tokens of {@link TestTokens}: a tiny key endpoint stands in for
 * Keycloak's, so that the service's own OIDC configuration is what is tested.
 */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    String keys = TestKeys.ofThisJvm().serve();
    return Map.of(
        "LIAISON_OIDC_ISSUER",
        TestTokens.ISSUER,
        "LIAISON_OIDC_JWKS",
        keys,
        "liaison.oidc.issuer",
        TestTokens.ISSUER,
        "liaison.oidc.jwks",
        keys);
  }

  @Override
  public void stop() {} // lives as long as the JVM
}
