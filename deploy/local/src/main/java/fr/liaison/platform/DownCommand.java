package fr.liaison.platform;

import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** {@code ./liaison down}: asks the running launcher to stop, and waits until it has. */
final class DownCommand {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RunDirectory directory;

  DownCommand(RunDirectory directory) {
    this.directory = directory;
  }

  int run() throws IOException, InterruptedException {
    Optional<RunState> state = RunState.read(directory);
    if (!RunLock.isHeld(directory) || state.isEmpty()) {
      System.out.println(Texts.get("down.notRunning"));
      return 0;
    }
    String pid = String.valueOf(state.get().launcher());
    System.out.println(Texts.get("down.stopping", pid));
    ProcessHandle.of(state.get().launcher()).ifPresent(ProcessHandle::destroy);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (RunLock.isHeld(directory)) {
      if (System.nanoTime() > until) {
        System.err.println(
            Texts.get("down.stuck", PATIENCE.toSeconds(), directory.logs().toString()));
        return 1;
      }
      Thread.sleep(100);
    }
    System.out.println(Texts.get("down.stopped"));
    return 0;
  }
}
