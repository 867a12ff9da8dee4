/**
 * People without a number in the register, for whom a structure answers, and the administrators who
 * invite and remove them (ADR 0016).
 */
@NullMarked
package fr.liaison.directory.staff;

import org.jspecify.annotations.NullMarked;
