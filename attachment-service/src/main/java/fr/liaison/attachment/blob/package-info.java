/**
 * The object store and the table of what lies in it. Objects are immutable, have unguessable names,
 * and each has a row before it has bytes ({@code staged}), so that a crash at any point leaves
 * nothing that the reaper does not know.
 */
@NullMarked
package fr.liaison.attachment.blob;

import org.jspecify.annotations.NullMarked;
