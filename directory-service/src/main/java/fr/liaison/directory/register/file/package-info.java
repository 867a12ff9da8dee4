/**
 * How a published file is read: an upload is one extraction or an archive of them, a file is a
 * header and rows of columns, a row states something, perhaps with a doubt, or has a defect.
 *
 * <p>Streams: memory does not grow with the file. A file that cannot be trusted is refused whole by
 * {@code RefusedFile}; a bad row is tallied by line number, never by content. Knows neither the
 * database nor what an import does with the rows.
 */
@NullMarked
package fr.liaison.directory.register.file;

import org.jspecify.annotations.NullMarked;
