/**
 * The national register: reads the {@code PS_LibreAcces_Personne_activite} extraction and makes the
 * directory equal to it; likewise the skills and qualifications of {@code
 * PS_LibreAcces_SavoirFaire} and {@code PS_LibreAcces_Dipl_AutExerc}, which the same archive holds,
 * and the MSSanté mailboxes of {@code Extraction_Correspondance_MSSante}.
 *
 * <p>An import streams the file into shadow tables, then merges them in one transaction: readers
 * see the old register or the new one. A file that is truncated, misses a column, is not UTF-8 or
 * would remove too many people is refused whole; single bad rows are skipped, counted and reported
 * by line number, never by content. Whoever the file no longer lists departs: devices, account and
 * events go in the same transaction. Writes topic {@code practitioner}.
 *
 * <p>Files are read by package {@code file}, which knows nothing of this one, and fetched by
 * package {@code source}, of which this one knows nothing.
 */
@NullMarked
package fr.liaison.directory.register;

import org.jspecify.annotations.NullMarked;
