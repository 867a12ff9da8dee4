/**
 * Devices and the certificates that make them MLS members. A device proves possession of its
 * Ed25519 key over a single-use challenge, with a fresh login, and receives a short-lived X.509
 * certificate from an intermediate whose root clients pin. A revoked device stays revoked for ever;
 * so does its key. Every enrolment and revocation is an event and an audit entry of the same
 * transaction. Writes topic {@code device}.
 */
@NullMarked
package fr.liaison.directory.device;

import org.jspecify.annotations.NullMarked;
