package fr.liaison.kit.event;

/** Thrown by a handler for an event that no repetition will make acceptable. */
public final class PoisonEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason is a fixed code, never data of the event. */
  public PoisonEvent(String reason) {
    super(reason);
  }
}
