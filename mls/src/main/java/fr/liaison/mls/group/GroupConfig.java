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
 * @param mostMembers of a group we enter; a larger one is refused before any signature is checked
 */
public record GroupConfig(
    RatchetLimits limits,
    int pastEpochs,
    PaddingPolicy padding,
    Duration longestLifetime,
    int mostMembers) {
  public static final GroupConfig DEFAULT =
      new GroupConfig(RatchetLimits.DEFAULT, 4, PaddingPolicy.BUCKETS, Duration.ofDays(91), 1024);

  public GroupConfig {
    if (pastEpochs < 0) {
      throw new IllegalArgumentException("pastEpochs cannot be negative");
    }
    if (mostMembers < 1) {
      throw new IllegalArgumentException("a group has at least one member");
    }
  }
}
