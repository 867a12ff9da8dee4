package fr.liaison.conversation.framing;

/** Whether MLS bytes fit the group they were sent to. */
public sealed interface Verdict {
  /** They do; {@code epoch} is the one they were made in. */
  record Fits(long epoch) implements Verdict {}

  /** They do not: which field of the request, where in its bytes, and why. */
  record Unfit(String field, int offset, Fault fault) implements Verdict {}
}
