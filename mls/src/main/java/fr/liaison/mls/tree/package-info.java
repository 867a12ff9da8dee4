/**
 * The ratchet tree (RFC 9420 sections 4 and 7): its arithmetic, its nodes and hashes, what makes a
 * tree valid, and TreeKEM, by which one commit gives fresh secrets to everybody but the removed.
 *
 * <p>A {@link fr.liaison.mls.tree.RatchetTree} is immutable. Leaves are named by their number from
 * the left, nodes by their number in the array of section 4.1.2; on the wire both are 32 bits wide
 * and arrive here as {@code long}, so that every access can be checked against the tree's size.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.tree;
