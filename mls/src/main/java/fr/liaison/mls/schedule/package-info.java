/**
 * From one epoch's secrets to the next and to the keys of single messages (RFC 9420 sections 8 and
 * 9): key schedule, pre-shared keys, transcript hashes, secret tree.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.schedule;
