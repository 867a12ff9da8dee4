/**
 * Which login account acts for which practitioner. An account is bound to the practitioner of its
 * token's national id on first use, for ever; one person has one account. What Keycloak must be
 * told when people leave or return waits in {@code account_task} until it is done.
 */
@NullMarked
package fr.liaison.directory.account;

import org.jspecify.annotations.NullMarked;
