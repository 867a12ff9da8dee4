package fr.liaison.conversation.message;

import java.time.Instant;
import java.util.Optional;

/** How reading the log ended. */
public sealed interface LogReading {
  /** Gap-free from the sequence that was asked after. */
  record Page(LogPage page) implements LogReading {}

  /**
   * What was asked for is not kept for this device.
   *
   * @param since when the device was declared dormant; empty when the log was cut
   */
  record ResyncRequired(Optional<Instant> since) implements LogReading {}

  /** The device never was a member. */
  record NotAMember() implements LogReading {}
}
