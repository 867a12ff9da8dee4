/**
 * Who administers a group: brings other people in, puts them out, and shares that right. A group
 * has always at least one administrator, and each of them a device in it, or a place that a
 * successor keeps from its opening on.
 */
@NullMarked
package fr.liaison.conversation.admin;

import org.jspecify.annotations.NullMarked;
