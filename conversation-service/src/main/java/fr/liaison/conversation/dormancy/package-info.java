/**
 * Devices that were away for too long. Owns when a device was last seen (table {@code device_seen})
 * and since when a membership is dormant. A dormant device stays in the group and its roster; it
 * reads, sends and commits nothing until it entered again, and nobody waits for it.
 */
@NullMarked
package fr.liaison.conversation.dormancy;

import org.jspecify.annotations.NullMarked;
