/**
 * Resumable reception (tus 1.0 core, creation, termination). A request appends slice by slice: each
 * is staged, written to the object store and committed before the next is read, so the offset told
 * is always durable and memory is one slice a request. One request appends at a time, under a lease
 * that a dead one loses within seconds; a commit also checks the lease, so a late one changes
 * nothing. The last slice commits only after all bytes were read back and matched.
 */
@NullMarked
package fr.liaison.attachment.upload;

import org.jspecify.annotations.NullMarked;
