package fr.liaison.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Wraps a command so that the child dies with this JVM, even when it is killed with -9. Uses {@code
 * setpriv --pdeathsig} where util-linux has it; elsewhere a small shell holds the other end of the
 * child's standard input and ends the child when the pipe breaks.
 */
public sealed interface Lifeline {

  /** Linux: the kernel sends the signal. The child replaces the wrapper, so its id is the child. */
  record ParentDeathSignal(Path setpriv) implements Lifeline {}

  /** Anywhere with a POSIX shell: the wrapper stays as the child's parent. */
  record BrokenPipe() implements Lifeline {}

  /** The best this machine offers. */
  static Lifeline find() {
    return Stream.of("/usr/bin/setpriv", "/bin/setpriv", "/usr/local/bin/setpriv")
        .map(Path::of)
        .filter(Files::isExecutable)
        .filter(Lifeline::isUtilLinux)
        .findFirst()
        .<Lifeline>map(ParentDeathSignal::new)
        .orElseGet(BrokenPipe::new);
  }

  /** The command that runs {@code launch} under this lifeline. */
  default List<String> wrap(Launch launch) {
    return wrap(launch.command(), launch.owner(), launch.stopSignal());
  }

  /** The command that runs {@code command} under this lifeline. */
  default List<String> wrap(List<String> command, Owner owner, Signal signal) {
    boolean demote = owner == Owner.NEVER_ROOT && Nobody.needed();
    // A session of its own, so that Ctrl-C in a terminal reaches the launcher only, which stops its
    // children in order.
    List<String> wrapped = new ArrayList<>(SETSID);
    switch (this) {
      case ParentDeathSignal(Path setpriv) -> {
        wrapped.addAll(List.of(setpriv.toString(), "--pdeathsig", "SIG" + signal));
        if (demote) {
          wrapped.addAll(Nobody.SETPRIV_ARGUMENTS);
        }
      }
      case BrokenPipe() -> {
        if (demote) {
          throw new StartFailed(
              "PostgreSQL refuses to run as root, and this machine has no setpriv (package"
                  + " util-linux) to run it as nobody: install it, or start Liaison as an ordinary"
                  + " user.");
        }
        wrapped.addAll(List.of("/bin/sh", "-c", WATCHDOG, "liaison-lifeline", signal.name()));
      }
    }
    wrapped.addAll(command);
    return List.copyOf(wrapped);
  }

  /** The child itself, which is not the started process when a wrapper stays. */
  default Optional<ProcessHandle> childOf(Process process) {
    return switch (this) {
      case ParentDeathSignal _ -> Optional.of(process.toHandle());
      case BrokenPipe _ ->
          process
              .children()
              .min((a, b) -> Long.compare(a.pid(), b.pid()))
              .filter(child -> child.isAlive());
    };
  }

  private static boolean isUtilLinux(Path setpriv) {
    try {
      Process help =
          new ProcessBuilder(setpriv.toString(), "--help").redirectErrorStream(true).start();
      return new String(
              help.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .contains("--pdeathsig");
    } catch (java.io.IOException e) {
      return false;
    }
  }

  List<String> SETSID =
      Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

  /** Standard input is a pipe this JVM never writes to: reading from it ends when the JVM does. */
  String WATCHDOG =
      """
      signal=$1; shift
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      trap 'kill -s TERM $child 2>/dev/null' TERM
      trap 'kill -s INT $child 2>/dev/null' INT
      (trap - TERM INT; read -r nothing <&3; kill -s $signal $child 2>/dev/null) >/dev/null 2>&1 &
      watch=$!
      exec 3<&-
      while kill -0 $child 2>/dev/null; do wait $child; status=$?; done
      kill $watch 2>/dev/null
      exit ${status:-0}
      """;
}
