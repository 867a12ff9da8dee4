package fr.liaison.register.search;

/**
 * What somebody types, and whom they mean by it.
 *
 * @param kind what is asked for, or which mistake was made
 */
record Search(String text, Wanted wanted, String kind) {}
