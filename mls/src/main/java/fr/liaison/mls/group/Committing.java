package fr.liaison.mls.group;

import fr.liaison.mls.refusal.Refusal;

/** The outcome of making a commit: what others proposed or published may not allow it. */
public sealed interface Committing {
  record Ready(PendingCommit pending) implements Committing {}

  record Refused(Refusal refusal) implements Committing {}
}
