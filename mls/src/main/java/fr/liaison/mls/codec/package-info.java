/**
 * The TLS presentation language as MLS uses it (RFC 9420 section 2.1): big-endian numbers and
 * vectors with a variable-size length. Lengths are checked against what is there before anything is
 * allocated; {@link fr.liaison.mls.codec.Malformed} is the only exception that bytes can cause.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.codec;
