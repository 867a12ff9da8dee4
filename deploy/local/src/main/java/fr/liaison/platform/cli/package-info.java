/** What {@code ./liaison} says to people: texts in French and English, tables, memory figures. */
@NullMarked
package fr.liaison.platform.cli;

import org.jspecify.annotations.NullMarked;
