package fr.liaison.platform.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM command line with the flags every Java child gets. The JVM is the one running this. */
public final class JavaCommand {
  private final List<String> flags = new ArrayList<>();

  private JavaCommand() {}

  /**
   * A small heap, the serial collector, compact headers and the quick compiler only: several JVMs
   * share two cores, and the thorough compiler doubles what a start costs. Later flags win.
   */
  public static JavaCommand withHeap(String maximum) {
    JavaCommand command = new JavaCommand();
    command.flags.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.flags.addAll(
        List.of(
            "-Xms32m",
            "-Xmx" + maximum,
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8"));
    return command;
  }

  public JavaCommand with(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  public JavaCommand with(List<String> more) {
    flags.addAll(more);
    return this;
  }

  public List<String> run(String... target) {
    List<String> command = new ArrayList<>(flags);
    command.addAll(List.of(target));
    return List.copyOf(command);
  }
}
