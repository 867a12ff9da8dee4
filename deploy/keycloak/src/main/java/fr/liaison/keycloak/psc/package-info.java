/**
 * The check every login through Pro Santé Connect must pass before Keycloak looks for an account.
 *
 * <p>Owns no state. Fails closed: what is absent, unknown or contradictory is a refusal. Nothing
 * here writes a log, because all it holds are identities and tokens.
 */
@NullMarked
package fr.liaison.keycloak.psc;

import org.jspecify.annotations.NullMarked;
