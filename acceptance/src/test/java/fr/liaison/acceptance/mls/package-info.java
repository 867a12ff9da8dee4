/** Members of MLS groups on the web client's library, to compare other implementations with. */
@NullMarked
package fr.liaison.acceptance.mls;

import org.jspecify.annotations.NullMarked;
