package fr.liaison.keycloak.psc;

import java.util.Optional;

/**
 * Whether a login through Pro Santé Connect may go on: only at level eidas1, only with one valid
 * national id.
 */
sealed interface PscVerdict {

  /** The level every login must have; an absent level is as bad as a wrong one. */
  String REQUIRED_LEVEL = "eidas1";

  /** The login goes on as this person. */
  record Accepted(NationalId nationalId) implements PscVerdict {}

  /** The level is absent or is not {@link #REQUIRED_LEVEL}. */
  record LevelTooLow() implements PscVerdict {}

  /** No national id, a malformed one, or two that differ. */
  record IdentityUnusable() implements PscVerdict {}

  /** Decides on what was asserted; a pure function. */
  static PscVerdict on(PscAssertion assertion) {
    if (!REQUIRED_LEVEL.equals(assertion.acr())) {
      return new LevelTooLow();
    }
    String token = assertion.nationalIdInToken();
    String userInfo = assertion.nationalIdInUserInfo();
    if (token != null && userInfo != null && !token.equals(userInfo)) {
      return new IdentityUnusable();
    }
    String claimed = token == null ? userInfo : token;
    Optional<NationalId> nationalId =
        claimed == null ? Optional.empty() : NationalId.parse(claimed);
    return nationalId.<PscVerdict>map(Accepted::new).orElseGet(IdentityUnusable::new);
  }
}
