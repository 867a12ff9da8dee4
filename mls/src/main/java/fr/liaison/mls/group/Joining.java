package fr.liaison.mls.group;

import fr.liaison.mls.refusal.Refusal;

/** The outcome of joining by a Welcome. */
public sealed interface Joining {
  record Joined(Group group) implements Joining {}

  record Refused(Refusal refusal) implements Joining {}
}
