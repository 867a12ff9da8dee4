/**
 * Finding again in the register whom a caller already knows, from a list of addresses, numbers or
 * names. Rows are matched in memory and forgotten: none is stored, logged, measured or audited.
 */
@NullMarked
package fr.liaison.directory.match;

import org.jspecify.annotations.NullMarked;
