/**
 * Encrypted attachments, docs/content-format.md section 3. A file is sealed once, under a key of
 * its own, into a spool file; uploads resume from there. Memory does not grow with the file.
 */
@NullMarked
package fr.liaison.client.attachment;

import org.jspecify.annotations.NullMarked;
