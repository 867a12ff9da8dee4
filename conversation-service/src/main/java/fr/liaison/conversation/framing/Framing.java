package fr.liaison.conversation.framing;

/** The outcome of reading one MLSMessage: the whole input was understood, or where it was not. */
public sealed interface Framing {
  /** Every byte was consumed. */
  record Read(MlsMessage message) implements Framing {}

  /** The first fault, at this offset from the start of the input. */
  record Malformed(int offset, Fault fault) implements Framing {}
}
