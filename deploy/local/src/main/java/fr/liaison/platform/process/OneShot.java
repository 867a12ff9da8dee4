package fr.liaison.platform.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program run to its end, such as one that formats storage. It dies with this JVM too. */
public final class OneShot {
  private OneShot() {}

  /** Fails, naming the log, when the program's status is not 0. */
  public static void run(
      List<String> command, Owner owner, Map<String, String> environment, Path folder, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Lifeline.find().wrap(command, owner, Signal.TERM))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = ForkThread.start(builder);
    int status;
    try {
      status = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw e;
    }
    if (status != 0) {
      throw new StartFailed(
          Path.of(command.getFirst()).getFileName()
              + " failed with status "
              + status
              + ", see "
              + log
              + LogTail.of(log));
    }
  }
}
