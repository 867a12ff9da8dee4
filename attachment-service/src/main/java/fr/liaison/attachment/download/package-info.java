/** Handing blobs out: one byte range at a time, after membership and audit, with backpressure. */
@NullMarked
package fr.liaison.attachment.download;

import org.jspecify.annotations.NullMarked;
