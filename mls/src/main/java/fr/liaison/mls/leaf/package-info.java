/**
 * What stands at a leaf of the tree and how a client gets there: credentials, capabilities, leaf
 * nodes and key packages (RFC 9420 sections 5.3, 7.2, 7.3, 10 and 13).
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.leaf;
