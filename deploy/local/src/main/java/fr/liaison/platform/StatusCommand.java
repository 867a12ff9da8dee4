package fr.liaison.platform;

import fr.liaison.platform.cli.Memory;
import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/** {@code ./liaison status}: one line a part. Exit status 3 when nothing runs. */
final class StatusCommand {
  private static final int NOT_RUNNING = 3;

  private final RunDirectory directory;

  StatusCommand(RunDirectory directory) {
    this.directory = directory;
  }

  int run() throws IOException {
    Optional<RunState> read = RunState.read(directory);
    if (!RunLock.isHeld(directory) || read.isEmpty()) {
      System.out.println(Texts.get("status.notRunning"));
      return NOT_RUNNING;
    }
    RunState state = read.get();
    String launcher = String.valueOf(state.launcher());
    if (!state.ready()) {
      System.out.println(Texts.get("status.phase", launcher));
      return 0;
    }
    System.out.println(Texts.get("status.running", state.url(), launcher));
    new TreeMap<>(state.processes()).forEach((part, pid) -> System.out.println(line(part, pid)));
    return 0;
  }

  private static String line(Part part, long pid) {
    if (ProcessHandle.of(pid).isEmpty()) {
      return "  %-14s %s".formatted(part.label(), Texts.get("status.gone"));
    }
    return "  %-14s %-8s %8d %6d MB"
        .formatted(part.label(), Texts.get("state.ready"), pid, Memory.megabytesOfTree(pid));
  }
}
