package fr.liaison.mls.group;

import fr.liaison.mls.refusal.Refusal;

/** The outcome of believing a GroupInfo. */
public sealed interface Opening {
  record Opened(PublicGroup group) implements Opening {}

  record Refused(Refusal refusal) implements Opening {}
}
