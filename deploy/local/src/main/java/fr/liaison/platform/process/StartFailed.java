package fr.liaison.platform.process;

import java.io.Serial;

/** A child that had to run does not; the message says which and where to look. */
public final class StartFailed extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public StartFailed(String message) {
    super(message);
  }

  public StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
