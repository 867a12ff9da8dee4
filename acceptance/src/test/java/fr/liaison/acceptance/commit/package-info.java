/** Commits one after the other while the service dies, and what its database says afterwards. */
@NullMarked
package fr.liaison.acceptance.commit;

import org.jspecify.annotations.NullMarked;
