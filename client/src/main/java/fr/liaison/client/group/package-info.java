/**
 * This device in MLS groups, without network or store: its keys, what a log entry does to a group,
 * who may be invited. Everything is a function of its arguments.
 */
@NullMarked
package fr.liaison.client.group;

import org.jspecify.annotations.NullMarked;
