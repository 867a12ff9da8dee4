/** Who may ask what: the table of all operations, and the callers it speaks of. */
@NullMarked
package fr.liaison.acceptance.authorisation;

import org.jspecify.annotations.NullMarked;
