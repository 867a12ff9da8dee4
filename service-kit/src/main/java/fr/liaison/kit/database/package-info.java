/**
 * One way to PostgreSQL: blocking calls for virtual threads over the reactive client, one kind of
 * transaction.
 */
@NullMarked
package fr.liaison.kit.database;

import org.jspecify.annotations.NullMarked;
