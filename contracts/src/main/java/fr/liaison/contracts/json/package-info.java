/** The one JSON dialect of events and public documents. */
@NullMarked
package fr.liaison.contracts.json;

import org.jspecify.annotations.NullMarked;
