/**
 * Writes synthetic files in the formats of the national register's public extractions: same
 * arguments, same bytes. Every person is a pure function of the seed and their number, so that
 * files of any size stream in constant memory and searches can be drawn before a row is written.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.register;
