/** The log held against a verifier whose tree and note code is not ours (Debian's Go x/mod). */
@NullMarked
package fr.liaison.audit.verifier;

import org.jspecify.annotations.NullMarked;
