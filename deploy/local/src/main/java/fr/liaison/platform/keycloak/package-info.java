/**
 * Keycloak from its Maven artifact with Liaison's provider, built once per version and provider,
 * and the two realms.
 */
@NullMarked
package fr.liaison.platform.keycloak;

import org.jspecify.annotations.NullMarked;
