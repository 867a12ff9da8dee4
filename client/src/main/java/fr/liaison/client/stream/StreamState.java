package fr.liaison.client.stream;

import java.time.Duration;

/** Where a live stream stands. The last three end it. */
public sealed interface StreamState {
  record Connecting() implements StreamState {}

  /** Accepted; what was missed is coming. */
  record Syncing() implements StreamState {}

  /** Nothing is missed. */
  record Online() implements StreamState {}

  record Offline(Duration retryIn) implements StreamState {}

  record Stopped() implements StreamState {}

  /** The device was revoked: nothing will ever come again. */
  record Revoked() implements StreamState {}

  /** Nobody is logged in any more. */
  record SignedOut() implements StreamState {}
}
