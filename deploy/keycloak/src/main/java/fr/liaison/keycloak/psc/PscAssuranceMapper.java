package fr.liaison.keycloak.psc;

import java.util.List;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Stops a brokered login whose verdict is a refusal, at every login and before any account is
 * looked up or made; the person sees a page that says why and what to do. Leaves the proven level
 * in the session note {@value #LEVEL_NOTE}, from which the `acr` claim of Liaison's tokens is made.
 */
public final class PscAssuranceMapper extends AbstractIdentityProviderMapper {
  /** The provider id used in realm files. */
  public static final String ID = "liaison-psc-assurance";

  static final String LEVEL_NOTE = "psc.acr";
  static final String LEVEL_MESSAGE = "pscLevelTooLow";
  static final String IDENTITY_MESSAGE = "pscIdentityUnusable";

  @Override
  public void preprocessFederatedIdentity(
      KeycloakSession session,
      RealmModel realm,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    switch (PscVerdict.on(PscAssertion.from(context.getContextData()))) {
      case PscVerdict.Accepted _ -> {}
      case PscVerdict.LevelTooLow _ ->
          throw refusal("assurance level absent or too low", LEVEL_MESSAGE);
      case PscVerdict.IdentityUnusable _ ->
          throw refusal("national identifier absent or malformed", IDENTITY_MESSAGE);
    }
  }

  /**
   * Reached only after the check above let the login pass, in the same flow; so is the next one.
   */
  @Override
  public void importNewUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    context.setSessionNote(LEVEL_NOTE, PscVerdict.REQUIRED_LEVEL);
  }

  @Override
  public void updateBrokeredUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    context.setSessionNote(LEVEL_NOTE, PscVerdict.REQUIRED_LEVEL);
  }

  private static IdentityBrokerException refusal(String reason, String messageCode) {
    return new IdentityBrokerException(reason).withMessageCode(messageCode);
  }

  @Override
  public String[] getCompatibleProviders() {
    return new String[] {OIDCIdentityProviderFactory.PROVIDER_ID};
  }

  @Override
  public boolean supportsSyncMode(IdentityProviderSyncMode mode) {
    return true;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayCategory() {
    return "Pro Santé Connect";
  }

  @Override
  public String getDisplayType() {
    return "Require level eidas1 and a national identifier";
  }

  @Override
  public String getHelpText() {
    return "Refuses a login whose ID token lacks acr=eidas1 or whose SubjectNameID is not 8 + RPPS.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }
}
