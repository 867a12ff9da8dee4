package fr.liaison.client.stream;

import java.util.Optional;

/**
 * Takes what the stream brings, on one thread, one after the other: the next frame is only asked
 * for when {@link #onFrame} returned. An exception closes the connection; the stream begins again
 * from what was acknowledged, so taking a frame twice must be harmless.
 */
public interface StreamConsumer {
  void onFrame(ServerFrame frame);

  void onState(StreamState state);

  /** The token of the last caught-up frame, if one is kept. */
  Optional<String> resume();
}
