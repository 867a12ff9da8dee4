/** C2SP signed-note with Ed25519 (signature type 0x01): keys, signing, opening. */
@NullMarked
package fr.liaison.audit.tlog.note;

import org.jspecify.annotations.NullMarked;
