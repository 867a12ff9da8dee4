/**
 * Finding colleagues by words of name, profession, town and structure, never by telephone number,
 * and reading their card. Nothing of what was searched is logged, measured or audited.
 */
@NullMarked
package fr.liaison.directory.search;

import org.jspecify.annotations.NullMarked;
