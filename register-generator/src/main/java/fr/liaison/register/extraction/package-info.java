/** Turns people into the rows of the four extractions. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.extraction;
