/**
 * Who stands in for whom while they are away (ADR 0019): proposed by the person, or by the
 * administrator of a structure where they practise, to somebody of the same profession; in force
 * only once that person accepted; over at its last day, when either ends it, or when either departs
 * or is suspended. It gives access to nothing. Writes topics {@code practitioner} and {@code
 * audit}.
 */
@NullMarked
package fr.liaison.directory.delegation;

import org.jspecify.annotations.NullMarked;
