package fr.liaison.attachment.upload;

import java.time.Duration;

/** How a request to append ended. Whatever the end, bytes committed before it stay. */
sealed interface AppendOutcome {
  /** All that came is durable; the upload stands at this offset. */
  record Appended(long offset) implements AppendOutcome {}

  /** The request starts elsewhere than the upload stands. */
  record AtOtherOffset(long offset) implements AppendOutcome {}

  /** Another request is appending, or took over. */
  record BeingWritten() implements AppendOutcome {}

  /** The body is longer than the upload; nothing past the last full slice was taken. */
  record TooLong() implements AppendOutcome {}

  /** There is none, or not for this device. */
  record Absent() implements AppendOutcome {}

  /** It was terminated or swept. */
  record Gone() implements AppendOutcome {}

  /** The service receives as much as it can hold. */
  record Saturated(Duration retryAfter) implements AppendOutcome {}

  /** The store gave back other bytes than it was given; the upload fell back before them. */
  record Damaged() implements AppendOutcome {}
}
