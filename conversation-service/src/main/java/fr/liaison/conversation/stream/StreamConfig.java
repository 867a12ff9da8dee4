package fr.liaison.conversation.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits and rhythms of live streams. */
@ConfigMapping(prefix = "liaison.stream")
public interface StreamConfig {
  /** A client that has not said hello by then is closed. */
  @WithDefault("5s")
  Duration hello();

  /** How often a silent client is asked whether it is still there; two unanswered asks close it. */
  @WithDefault("25s")
  Duration ping();

  /** How long a client may leave the window full before it is closed to resume later. */
  @WithDefault("15s")
  Duration patience();

  /** Frames on their way to one client before reading stops. */
  @WithDefault("32")
  int window();

  /** Entries read at once for one client. */
  @WithDefault("64")
  int page();

  /** Payload bytes read at once for one client. */
  @WithDefault("524288")
  int pageBytes();

  /** Frames a client may have waiting to be understood. */
  @WithDefault("256")
  int inbox();

  /** Streams one device may hold; the oldest gives way. */
  @WithDefault("4")
  int perDevice();

  /** How long acknowledgements are gathered before they are written. */
  @WithDefault("150ms")
  Duration gather();

  /** How often positions are compared with the database, should a wake-up have been lost. */
  @WithDefault("30s")
  Duration recheck();

  /** Bytes of recent entries kept for connected devices. */
  @WithDefault("33554432")
  long tailBytes();

  /** Name of this instance, the same after a restart and different from every other's. */
  @WithDefault("${HOSTNAME:local}")
  String instance();

  /** How often this instance says that it lives. */
  @WithDefault("5s")
  Duration beat();

  /** After this long without a beat an instance's sessions are taken for closed. */
  @WithDefault("20s")
  Duration silence();
}
