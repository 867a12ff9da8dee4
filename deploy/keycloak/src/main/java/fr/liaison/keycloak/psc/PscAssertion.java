package fr.liaison.keycloak.psc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

/**
 * What Pro Santé Connect said about one login: the assurance level of the ID token, and the
 * national identifier as the ID token and the userinfo answer give it. A component is null where
 * the claim is absent or not a string.
 */
record PscAssertion(
    @Nullable String acr,
    @Nullable String nationalIdInToken,
    @Nullable String nationalIdInUserInfo) {

  private static final String NATIONAL_ID = "SubjectNameID";

  /**
   * Reads the validated ID token and userinfo answer that Keycloak's broker left in the login's
   * context.
   */
  static PscAssertion from(Map<String, ?> contextData) {
    @Nullable String acr = null;
    @Nullable String inToken = null;
    if (contextData.get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken token) {
      acr =
          token instanceof IDToken typed ? typed.getAcr() : text(token.getOtherClaims().get("acr"));
      inToken = text(token.getOtherClaims().get(NATIONAL_ID));
    }
    @Nullable String inUserInfo = null;
    if (contextData.get(OIDCIdentityProvider.USER_INFO) instanceof JsonNode userInfo) {
      JsonNode claim = userInfo.path(NATIONAL_ID);
      inUserInfo = claim.isTextual() ? claim.textValue() : null;
    }
    return new PscAssertion(acr, inToken, inUserInfo);
  }

  private static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String value ? value : null;
  }

  /** Never the claims: this may end in a log. */
  @Override
  public String toString() {
    return "PscAssertion[…]";
  }
}
