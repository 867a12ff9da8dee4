package fr.liaison.client.card;

import fr.liaison.client.http.Problem;

/** What became of reading a person's card. Only what the pinned root vouches for is in here. */
public sealed interface CardOutcome {
  /** Verified, and what the directory says now. */
  record Current(Card card) implements CardOutcome {}

  /** The directory answered with an older card than the one kept, which is this: it is the past. */
  record Outdated(Card kept) implements CardOutcome {}

  /** No answer came; verified, and what was kept. Never proof of the present: see its date. */
  record Offline(Card kept) implements CardOutcome {}

  /** What the directory answered, or what was kept while it is away, is not to be believed. */
  record Unsound(CardVerdict.Cause cause) implements CardOutcome {}

  record Refused(Problem problem) implements CardOutcome {}

  /** No answer came, and nothing was kept. */
  record Unreachable() implements CardOutcome {}
}
