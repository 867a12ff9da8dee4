package fr.liaison.mls.group;

import fr.liaison.mls.schedule.RatchetLimits;
import java.time.Duration;

/**
 * The settings of a member.
 *
 * @param limits how far ratchets are followed
 * @param pastEpochs for how many former epochs messages can still be read
 * @param padding of private messages
 * @param longestLifetime of a key package we add; longer ones are refused
 */
public record GroupConfig(
    RatchetLimits limits, int pastEpochs, PaddingPolicy padding, Duration longestLifetime) {
  public static final GroupConfig DEFAULT =
      new GroupConfig(RatchetLimits.DEFAULT, 4, PaddingPolicy.BUCKETS, Duration.ofDays(91));

  public GroupConfig {
    if (pastEpochs < 0) {
      throw new IllegalArgumentException("pastEpochs cannot be negative");
    }
  }
}
