/** Where professionals work: structures with their numbers, and who works in which kind. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.structure;
