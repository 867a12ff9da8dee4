package fr.liaison.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The accounts of the identity server. Every call may be repeated. An account that no longer exists
 * needs nothing done to it.
 */
@ApplicationScoped
public class KeycloakAccounts {
  private final Keycloak keycloak;
  private final AccountConfig config;

  KeycloakAccounts(Keycloak keycloak, AccountConfig config) {
    this.keycloak = keycloak;
    this.config = config;
  }

  /** Ends every session and refuses further logins. Answers a failure code, or empty when done. */
  Optional<String> disable(String accountId) {
    return attempt(
        accountId,
        user -> {
          setEnabled(user, false);
          user.logout();
        });
  }

  /** Lets the person log in again. Answers a failure code, or empty when done. */
  Optional<String> enable(String accountId) {
    return attempt(accountId, user -> setEnabled(user, true));
  }

  /** Calls on one user. */
  private interface Step {
    void on(UserResource user);
  }

  private Optional<String> attempt(String accountId, Step step) {
    try {
      step.on(keycloak.realm(config.realm()).users().get(accountId));
      return Optional.empty();
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      return status == 404 ? Optional.empty() : Optional.of("http-" + status);
    } catch (ProcessingException unreachable) {
      return Optional.of("unreachable");
    }
  }

  private static void setEnabled(UserResource user, boolean enabled) {
    UserRepresentation account = user.toRepresentation();
    account.setEnabled(enabled);
    user.update(account);
  }
}
