package fr.liaison.test;

import fr.liaison.platform.process.Child;
import java.util.Map;
import java.util.stream.Stream;

/** A started piece of the platform together with the configuration that leads to it. */
record RunningServer(Child child, Map<String, String> configuration)
    implements RunningServerMXBean {

  @Override
  public String[] getConfiguration() {
    return configuration.entrySet().stream()
        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
        .toArray(String[]::new);
  }

  @Override
  public void kill() {
    child.kill();
  }

  @Override
  public void stop() {
    child.stop();
  }

  @Override
  public void start() {
    child.startOrFail();
  }
}
