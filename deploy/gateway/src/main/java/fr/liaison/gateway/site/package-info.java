/** Serves the built web client from a folder. */
@NullMarked
package fr.liaison.gateway.site;

import org.jspecify.annotations.NullMarked;
