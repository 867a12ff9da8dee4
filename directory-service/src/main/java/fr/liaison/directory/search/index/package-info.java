/**
 * The Lucene index each instance keeps of active people and programs: building it from the table,
 * following the table's revisions, and turning words into queries. Knows names and places, so
 * nothing of it is logged, and it is no truth: whoever shows a hit reads the card from the table.
 */
@NullMarked
package fr.liaison.directory.search.index;

import org.jspecify.annotations.NullMarked;
