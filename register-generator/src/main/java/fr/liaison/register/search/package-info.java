/** Searches with every right answer: what to type, drawn from the people, misspelt where asked. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.search;
