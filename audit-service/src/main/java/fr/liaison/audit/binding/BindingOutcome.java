package fr.liaison.audit.binding;

/** What came of asking for bindings. */
sealed interface BindingOutcome {

  record Found(BindingPage page) implements BindingOutcome {}

  /**
   * The log has not signed its first checkpoint: nothing can be proven, not even that it is empty.
   */
  record AwaitsCheckpoint() implements BindingOutcome {}
}
