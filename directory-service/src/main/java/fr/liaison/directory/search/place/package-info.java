/**
 * Where places are, as far as the shipped list of communes knows, how far apart, and which communes
 * there are. The list is made by {@code src/main/communes}.
 */
@NullMarked
package fr.liaison.directory.search.place;

import org.jspecify.annotations.NullMarked;
