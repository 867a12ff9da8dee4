/**
 * Practitioners as the register states them: their card, their national id and the words they are
 * found by. Reads only; the register import writes.
 */
@NullMarked
package fr.liaison.directory.practitioner;

import org.jspecify.annotations.NullMarked;
