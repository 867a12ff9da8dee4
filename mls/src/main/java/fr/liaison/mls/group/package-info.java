/**
 * The two faces of the library: {@link fr.liaison.mls.group.PublicGroup}, what a server can follow
 * without secrets, and {@link fr.liaison.mls.group.Group}, a member.
 *
 * <p>States are immutable: every operation answers a new one and leaves the old one as it was, so a
 * commit that was made but not accepted costs nothing but being dropped. What peers do wrong comes
 * back as a value ({@link fr.liaison.mls.refusal.Refusal}); exceptions mean misuse by the caller.
 *
 * <p>One commit, from end to end: {@code Committer} chooses the proposals, {@code ProposalRules}
 * checks them and {@code AppliedProposals} changes the tree; {@code NewPath} (package {@code tree})
 * puts fresh keys over it and seals their secrets to everybody else; the signed content enters the
 * transcript hash; {@code JoinerSecret} and {@code EpochSecrets} (package {@code schedule}) derive
 * the next epoch, whose confirmation key tags the message; {@code PublicFraming} or {@code
 * PrivateFraming} wraps it. On the other side {@code Staging} repeats all of it that needs no
 * secret, for server and member alike, and {@code Receiver} opens the path, derives the same epoch
 * and compares the tag.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.group;
