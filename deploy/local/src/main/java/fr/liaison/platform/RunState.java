package fr.liaison.platform;

import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.layout.RunDirectory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the running launcher tells the other commands through a file. Only worth reading while the
 * run directory's lock is held.
 */
record RunState(long launcher, boolean ready, String url, Map<Part, Long> processes) {

  RunState {
    processes = Map.copyOf(processes);
  }

  static RunState starting(String url) {
    return new RunState(ProcessHandle.current().pid(), false, url, Map.of());
  }

  static RunState ready(Platform platform) {
    Map<Part, Long> processes = new EnumMap<>(Part.class);
    platform
        .children()
        .forEach((part, child) -> child.pid().ifPresent(pid -> processes.put(part, pid)));
    return new RunState(ProcessHandle.current().pid(), true, platform.url(), processes);
  }

  void write(RunDirectory directory) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("launcher", String.valueOf(launcher));
    properties.setProperty("ready", String.valueOf(ready));
    properties.setProperty("url", url);
    processes.forEach(
        (part, pid) -> properties.setProperty("process." + part.label(), String.valueOf(pid)));
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Folders.privateFile(directory.state(), text.toString());
  }

  /** Empty when there is none or it is just being written. */
  static Optional<RunState> read(RunDirectory directory) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(directory.state())) {
      properties.load(reader);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (properties.getProperty("launcher") == null) {
      return Optional.empty();
    }
    Map<Part, Long> processes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String pid = properties.getProperty("process." + part.label());
      if (pid != null) {
        processes.put(part, Long.valueOf(pid));
      }
    }
    return Optional.of(
        new RunState(
            Long.parseLong(properties.getProperty("launcher")),
            Boolean.parseBoolean(properties.getProperty("ready")),
            properties.getProperty("url", ""),
            processes));
  }
}
