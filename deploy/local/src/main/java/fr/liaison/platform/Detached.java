package fr.liaison.platform;

import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The launcher as a background process. Shows its output until the platform is ready, then leaves
 * it alone; it survives this terminal.
 */
final class Detached {
  private final RunDirectory directory;
  private final Map<String, String> environment;

  Detached(RunDirectory directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  int run() throws IOException, InterruptedException {
    Path log = directory.logs().resolve("launcher.log");
    Files.deleteIfExists(log);
    Files.deleteIfExists(directory.state());
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process launcher = builder.start();
    int shown = 0;
    while (true) {
      boolean ended = launcher.waitFor(200, TimeUnit.MILLISECONDS);
      boolean ready = RunState.read(directory).map(RunState::ready).orElse(false);
      String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      int complete = output.lastIndexOf('\n') + 1;
      System.out.print(output.substring(Math.min(shown, complete), complete));
      System.out.flush();
      shown = complete;
      if (ended) {
        return launcher.exitValue();
      }
      if (ready && output.contains("./liaison down")) {
        return RunLock.isHeld(directory) ? 0 : 1;
      }
    }
  }

  /** This very JVM again, in a session of its own. */
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    Path setsid = Path.of("/usr/bin/setsid");
    command.add(Files.isExecutable(setsid) ? setsid.toString() : "nohup");
    ProcessHandle.Info info = ProcessHandle.current().info();
    command.add(info.command().orElse("java"));
    List<String> arguments = Arrays.asList(info.arguments().orElse(new String[0]));
    for (String argument : arguments) {
      command.add(argument.equals("--detach") ? "--detached" : argument);
    }
    return command;
  }
}
