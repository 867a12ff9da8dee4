package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import java.time.Duration;

/** How the announcement of an upload was answered. */
sealed interface CreateOutcome {
  /** The upload waits for its first byte. */
  record Created(AttachmentId id) implements CreateOutcome {}

  /** There is no such conversation, or the device is not in it. */
  record NotAMember() implements CreateOutcome {}

  /** No upload of this length is ever taken. */
  record TooLarge(long maxSize) implements CreateOutcome {}

  /** The device has used up a quota; {@code unit} is what the limit counts. */
  record QuotaSpent(String unit, long limit, Duration window, Duration retryAfter)
      implements CreateOutcome {}
}
