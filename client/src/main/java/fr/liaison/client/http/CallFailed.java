package fr.liaison.client.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that was not done, for callers that asked for an exception. Says code and status only. */
public final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Problem problem;

  CallFailed(Problem problem) {
    super(problem.status() + " " + problem.code());
    this.problem = problem;
  }

  CallFailed() {
    super("unreachable");
    this.problem = null;
  }

  /** Empty when no answer came. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }
}
