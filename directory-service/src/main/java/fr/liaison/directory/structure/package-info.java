/**
 * The structures where people of the register practise: finding them, what the register says of
 * them, who practises there, and the mailboxes of their services. They follow from people's
 * situations and the imported mailboxes; nobody writes them.
 */
@NullMarked
package fr.liaison.directory.structure;

import org.jspecify.annotations.NullMarked;
