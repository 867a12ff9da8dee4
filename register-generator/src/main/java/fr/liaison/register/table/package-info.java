/** Reads the small tables this module ships. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.table;
