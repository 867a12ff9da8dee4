package fr.liaison.directory.account;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The accounts of the identity server, also those it makes for people who cannot log in through Pro
 * Santé Connect. Every call may be repeated. An account or session that no longer exists needs
 * nothing done to it.
 */
@ApplicationScoped
public class KeycloakAccounts {
  private static final Log LOG = Log.of(KeycloakAccounts.class);
  private static final String REGISTER_PASSKEY = "webauthn-register-passwordless";
  private static final String PASSKEY = "webauthn-passwordless";
  private static final String GROUP = "/invited";
  private static final String NATIONAL_ID = "nationalId";

  private static final String BROKER = "psc";

  /** What the realm's broker begins user names with. */
  private static final String BROKERED = "psc-";

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

  /** Ends one session: no token is renewed in it. Answers a failure code, or empty when done. */
  Optional<String> logout(String sessionId) {
    return attempt(() -> keycloak.realm(config.realm()).deleteSession(sessionId, false));
  }

  /** What is known of other accounts that have a wanted name. */
  interface Namesakes {
    boolean standForNobody(String accountId);

    /** Told once it is gone. */
    void deleted(String accountId);
  }

  /**
   * Has the account bear this national number, in tokens and, where Pro Santé Connect made it, in
   * the name it is found by. Whoever logged in under the new number before has a second account of
   * that name; it is deleted where it stands for nobody. Answers a failure code, or empty when
   * done.
   */
  Optional<String> renumber(String accountId, String nationalId, Namesakes namesakes) {
    return attempt(
        accountId,
        user -> {
          try {
            bear(user, nationalId);
          } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() != Response.Status.CONFLICT.getStatusCode()
                || !free(BROKERED + nationalId, accountId, namesakes)) {
              throw refused;
            }
            bear(user, nationalId);
          }
        });
  }

  private static void bear(UserResource user, String nationalId) {
    UserRepresentation account = user.toRepresentation();
    Map<String, List<String>> attributes =
        account.getAttributes() == null ? new HashMap<>() : new HashMap<>(account.getAttributes());
    List<String> former = attributes.put(NATIONAL_ID, List.of(nationalId));
    account.setAttributes(attributes);
    if (former != null
        && former.size() == 1
        && (BROKERED + former.getFirst()).equals(account.getUsername())) {
      account.setUsername(BROKERED + nationalId);
    }
    // Left out, as another task may be changing it.
    account.setEnabled(null);
    user.update(account);
    unlink(user);
  }

  /** Pro Santé Connect names the person otherwise too; the next login is found by the user name. */
  private static void unlink(UserResource user) {
    try {
      user.removeFederatedIdentity(BROKER);
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() != Response.Status.NOT_FOUND.getStatusCode()) {
        throw refused;
      }
    }
  }

  /** Answers whether another account of that name is gone now. */
  private boolean free(String username, String accountId, Namesakes namesakes) {
    UsersResource users = keycloak.realm(config.realm()).users();
    List<String> others =
        users.searchByUsername(username, true).stream()
            .map(UserRepresentation::getId)
            .filter(id -> !id.equals(accountId))
            .toList();
    if (others.isEmpty() || !others.stream().allMatch(namesakes::standForNobody)) {
      return false;
    }
    for (String id : others) {
      users.get(id).remove();
      namesakes.deleted(id);
    }
    return true;
  }

  /** An account to make. Prints nothing. */
  public record Wanted(
      String username,
      String password,
      String givenName,
      String familyName,
      NationalId nationalId) {
    @Override
    public String toString() {
      return "Wanted[]";
    }
  }

  /** What became of the one-time password. */
  public enum Sealed {
    /** A passkey took the place of the password. */
    done,
    /** Neither is left, as there was no passkey in time. */
    lapsed,
    /** No passkey yet. */
    waiting,
    /** Keycloak did not answer. */
    failed
  }

  /**
   * Makes the account, or finds the one that an earlier attempt made; answers its id. One request,
   * so that none exists without the duty to register a passkey. Empty when Keycloak is away.
   */
  public Optional<String> create(Wanted wanted) {
    UsersResource users = keycloak.realm(config.realm()).users();
    try (Response response = users.create(account(wanted))) {
      return response.getStatus() == Response.Status.CONFLICT.getStatusCode()
          ? users.searchByUsername(wanted.username(), true).stream()
              .map(UserRepresentation::getId)
              .findFirst()
          : Optional.of(CreatedResponseUtil.getCreatedId(response));
    } catch (WebApplicationException | ProcessingException failure) {
      LOG.warn("Keycloak did not make an account", Map.of(LogKey.reason, reason(failure)));
      return Optional.empty();
    }
  }

  /** Deletes the password once there is a passkey, or where it was not used in time. */
  public Sealed seal(String accountId, boolean late) {
    try {
      UserResource user = keycloak.realm(config.realm()).users().get(accountId);
      List<CredentialRepresentation> credentials = user.credentials();
      boolean passkey = credentials.stream().anyMatch(one -> PASSKEY.equals(one.getType()));
      if (!late && !passkey) {
        return Sealed.waiting;
      }
      credentials.stream()
          .filter(one -> CredentialRepresentation.PASSWORD.equals(one.getType()))
          .forEach(one -> user.removeCredential(one.getId()));
      return passkey ? Sealed.done : Sealed.lapsed;
    } catch (WebApplicationException refused) {
      // Gone for good, where it had its time; before that somebody may be restoring the realm.
      return late && refused.getResponse().getStatus() == 404 ? Sealed.lapsed : Sealed.failed;
    } catch (RuntimeException unreachable) {
      return Sealed.failed;
    }
  }

  /** Calls on one user. */
  private interface Step {
    void on(UserResource user);
  }

  private Optional<String> attempt(String accountId, Step step) {
    return attempt(() -> step.on(keycloak.realm(config.realm()).users().get(accountId)));
  }

  private Optional<String> attempt(Runnable calls) {
    try {
      calls.run();
      return Optional.empty();
    } catch (WebApplicationException refused) {
      return isGone(refused) ? Optional.empty() : Optional.of(reason(refused));
    } catch (RuntimeException failure) {
      // Whatever it is, the tasks of other people must not wait behind it.
      return Optional.of(reason(failure));
    }
  }

  /**
   * Whoever answers for a realm that is being restored, or for none, says the same of everybody.
   */
  private boolean isGone(WebApplicationException refused) {
    if (refused.getResponse().getStatus() != Response.Status.NOT_FOUND.getStatusCode()) {
      return false;
    }
    try {
      return keycloak.realm(config.realm()).users().count() > 0;
    } catch (RuntimeException noRealm) {
      return false;
    }
  }

  private static String reason(RuntimeException failure) {
    return switch (failure) {
      case WebApplicationException refused -> "http-" + refused.getResponse().getStatus();
      case ProcessingException unreachable -> "unreachable";
      default -> "failed";
    };
  }

  private static void setEnabled(UserResource user, boolean enabled) {
    UserRepresentation account = user.toRepresentation();
    account.setEnabled(enabled);
    user.update(account);
  }

  private static UserRepresentation account(Wanted wanted) {
    CredentialRepresentation password = new CredentialRepresentation();
    password.setType(CredentialRepresentation.PASSWORD);
    password.setValue(wanted.password());
    // A temporary one would ask for another password, which nobody is to have.
    password.setTemporary(false);
    UserRepresentation user = new UserRepresentation();
    user.setUsername(wanted.username());
    user.setFirstName(wanted.givenName());
    user.setLastName(wanted.familyName());
    user.setEnabled(true);
    user.setAttributes(Map.of(NATIONAL_ID, List.of(wanted.nationalId().value())));
    user.setGroups(List.of(GROUP));
    user.setRequiredActions(List.of(REGISTER_PASSKEY));
    user.setCredentials(List.of(password));
    return user;
  }
}
