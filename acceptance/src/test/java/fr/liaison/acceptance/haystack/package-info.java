/** Everything the platform keeps, searchable for a run of bytes. */
@NullMarked
package fr.liaison.acceptance.haystack;

import org.jspecify.annotations.NullMarked;
