package fr.liaison.platform.process;

import java.nio.file.Path;
import java.time.Duration;

/** What came of starting a child. */
public sealed interface Health {

  /** It answers and its preparations are done. */
  record Ready(Duration took) implements Health {}

  /** It ended before it was ready; its log says why. */
  record Exited(String name, int status, Path log) implements Health {}

  /** It runs but never became ready; its log says why. */
  record TimedOut(String name, Duration waited, Path log) implements Health {}

  /** Another program listens on its port, so it was not started. */
  record PortTaken(String name, int port) implements Health {}
}
