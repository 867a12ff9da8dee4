package fr.liaison.client.stream;

/** How one connection ended, and so what comes next. */
sealed interface Ending {
  /** The server had accepted us: begin again soon. */
  record Dropped() implements Ending {}

  /** Never got that far: back off. */
  record Failed() implements Ending {}

  /** The token was refused: begin again with another. */
  record TokenOver() implements Ending {}

  record Revoked() implements Ending {}

  record SignedOut() implements Ending {}

  static Ending of(int closeCode, boolean accepted) {
    return switch (closeCode) {
      case 4401 -> new TokenOver();
      case 4403 -> new Revoked();
      default -> accepted ? new Dropped() : new Failed();
    };
  }
}
