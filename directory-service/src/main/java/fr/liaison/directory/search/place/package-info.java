/** Where places are, as far as the shipped list of communes knows, and how far apart. */
@NullMarked
package fr.liaison.directory.search.place;

import org.jspecify.annotations.NullMarked;
