package fr.liaison.gateway.limit;

/** Requests a client may make: {@code perSecond} on the long run, {@code burst} at once. */
public record Rate(int perSecond, int burst) {
  public Rate {
    if (perSecond < 1 || burst < perSecond) {
      throw new IllegalArgumentException("a rate is at least 1 a second, its burst at least that");
    }
  }

  /** The seconds in which {@code burst} requests come back. */
  public int window() {
    return Math.ceilDiv(burst, perSecond);
  }
}
