/**
 * People whose profession moved from ADELI to RPPS: the same person under another number. They keep
 * entry, account, devices and history; the former number leads to them for ever. Carried over on a
 * former number that the source gives, or on the same names, profession and place where that is
 * unique on both sides; whatever else looks like a succession is listed for an administrator and
 * not merged. Writes topic {@code practitioner}.
 */
@NullMarked
package fr.liaison.directory.succession;

import org.jspecify.annotations.NullMarked;
