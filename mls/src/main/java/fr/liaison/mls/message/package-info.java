/**
 * Everything that travels (RFC 9420 sections 6, 8, 11 and 12): framed content, proposals, commits,
 * GroupInfo and Welcome. Only shapes and encodings; what they mean is decided in the group.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.message;
