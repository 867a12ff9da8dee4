/** C2SP tlog-tiles: where the hashes and entries of a log lie, and their bytes. */
@NullMarked
package fr.liaison.audit.tlog.tile;

import org.jspecify.annotations.NullMarked;
