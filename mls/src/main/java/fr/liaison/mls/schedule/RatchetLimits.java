package fr.liaison.mls.schedule;

/**
 * How far a sender's ratchet is followed.
 *
 * @param forward most generations one message may be ahead of the last one read
 * @param passedOver most keys kept for messages that were passed over, the oldest dropped first
 */
public record RatchetLimits(int forward, int passedOver) {
  public static final RatchetLimits DEFAULT = new RatchetLimits(5_000, 1_000);

  public RatchetLimits {
    if (forward < 0 || passedOver < 0) {
      throw new IllegalArgumentException("limits cannot be negative");
    }
  }
}
