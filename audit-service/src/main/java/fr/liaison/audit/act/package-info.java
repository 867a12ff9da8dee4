/**
 * From an act to a leaf: what an act must look like to enter the log, and the salted commitment
 * that stands for it there. The leaf format is documented in {@code docs/audit-log.md}.
 */
@NullMarked
package fr.liaison.audit.act;

import org.jspecify.annotations.NullMarked;
