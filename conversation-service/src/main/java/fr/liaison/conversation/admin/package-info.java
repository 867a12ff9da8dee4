/**
 * Who administers a group: brings other people in, puts them out, and shares that right. A group
 * has always at least one administrator, and each of them a device in it.
 */
@NullMarked
package fr.liaison.conversation.admin;

import org.jspecify.annotations.NullMarked;
