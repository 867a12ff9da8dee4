/**
 * Key transparency: what the log says of devices and their keys, with proofs, for everybody who
 * takes part. Of all entries these alone are open to professionals: they hold a key's digest, a
 * person of the register and a date, and nothing anybody wrote or read.
 */
@NullMarked
package fr.liaison.audit.binding;

import org.jspecify.annotations.NullMarked;
