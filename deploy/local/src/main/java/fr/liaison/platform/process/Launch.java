package fr.liaison.platform.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything needed to run one child: its command, the whole of its environment (nothing but the
 * locale and the search path is inherited), its working directory, and how it proves that it is
 * ready and is asked to stop.
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Owner owner,
    Signal stopSignal,
    Probe probe,
    Duration patience) {

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A child run as this user, stopped by SIGTERM, given five minutes to become ready. */
  public static Launch of(
      List<String> command, Map<String, String> environment, Path directory, Probe probe) {
    return new Launch(
        command, environment, directory, Owner.SELF, Signal.TERM, probe, Duration.ofMinutes(5));
  }

  @Override
  public String toString() {
    return "Launch[" + command.getFirst() + "]"; // the rest may carry secrets
  }
}
