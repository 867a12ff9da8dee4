/**
 * Who takes part: practitioners from the national register, the accounts bound to them and the
 * devices they enrolled. This service is the authentication service of MLS: a device certificate it
 * issued is the only accepted credential. Only resources know HTTP; only {@code register} writes
 * practitioners; only {@code device} writes devices.
 */
@NullMarked
package fr.liaison.directory;

import org.jspecify.annotations.NullMarked;
