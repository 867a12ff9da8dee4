/**
 * The publisher of the national register: asks it every day for new files and hands them to an
 * import. Speaks {@code https} only, trusts one root certificate where it is configured, and bounds
 * the size of what it downloads; a fetch that fails is tried again the same night.
 */
@NullMarked
package fr.liaison.directory.register.source;

import org.jspecify.annotations.NullMarked;
