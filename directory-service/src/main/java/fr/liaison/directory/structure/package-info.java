/**
 * The structures where people of the register practise: finding them, what the register says of
 * them, and who practises there. They follow from people's situations; nobody writes them.
 */
@NullMarked
package fr.liaison.directory.structure;

import org.jspecify.annotations.NullMarked;
