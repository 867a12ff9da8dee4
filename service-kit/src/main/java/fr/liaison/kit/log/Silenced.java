package fr.liaison.kit.log;

/** A failure as it may be logged: its types and stack, not its messages. */
final class Silenced extends Exception {
  private static final long serialVersionUID = 1L;

  Silenced(Throwable failure) {
    this(failure, 0);
  }

  private Silenced(Throwable failure, int depth) {
    super(failure.getClass().getName(), causeOf(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  @SuppressWarnings("NullAway") // Throwable's constructor takes a null cause; its stub says not.
  private static Throwable causeOf(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == 8 ? null : new Silenced(cause, depth + 1);
  }
}
