package fr.liaison.client.cli;

/** What scripts decide on; numbers are never reused. */
enum ExitCode {
  OK(0),
  /** A service said no. */
  REFUSED(1),
  /** The command line is wrong; picocli's own code. */
  USAGE(2),
  SIGNED_OUT(3),
  UNREACHABLE(4),
  /** The local state is in use, damaged, or not ours. */
  STATE(5),
  /** A proof does not hold. */
  REFUTED(6),
  /** The program failed. */
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
