package fr.liaison.platform;

import fr.liaison.platform.build.Build;
import fr.liaison.platform.cli.Memory;
import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import fr.liaison.platform.process.Health;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code ./liaison up}: builds what is out of date, starts everything, and stays until stopped. */
final class UpCommand {
  private static final String ONLY = "--only=";

  private final Checkout checkout;
  private final RunDirectory directory;
  private final Map<String, String> environment;

  UpCommand(Checkout checkout, RunDirectory directory, Map<String, String> environment) {
    this.checkout = checkout;
    this.directory = directory;
    this.environment = environment;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    boolean detach = arguments.remove("--detach");
    boolean detached = arguments.remove("--detached"); // the background half of --detach
    Set<Part> parts = takeOnly(arguments);
    if (!arguments.isEmpty()) {
      System.err.println(Texts.get("unknownOption", arguments.getFirst()));
      return 2;
    }
    if (RunLock.isHeld(directory)) {
      RunState state = RunState.read(directory).orElse(RunState.starting("?"));
      System.out.println(
          Texts.get("up.alreadyRunning", state.url(), String.valueOf(state.launcher())));
      return 0;
    }
    PortPlan ports = PortPlan.from(environment);
    ports.requireFree();
    directory.create();
    build(parts);
    return detach ? new Detached(directory, environment).run() : foreground(ports, parts, detached);
  }

  /** {@code --only=kafka,audit}: these parts and what they need; everything without it. */
  private static Set<Part> takeOnly(List<String> arguments) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String argument : List.copyOf(arguments)) {
      if (argument.startsWith(ONLY)) {
        for (String label : argument.substring(ONLY.length()).split(",", -1)) {
          Part part = Part.of(label);
          parts.add(part);
          parts.addAll(part.after());
        }
        arguments.remove(argument);
      }
    }
    return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
  }

  private void build(Set<Part> parts) throws IOException, InterruptedException {
    Build build = new Build(checkout, directory.logs().resolve("build.log"));
    List<String> stale = build.stale(parts.stream().map(Part::label).toList());
    if (!stale.isEmpty()) {
      long began = System.nanoTime();
      System.out.println(Texts.get("up.building", String.join(", ", stale)));
      build.run(stale);
      System.out.println(Texts.get("up.built", seconds(began)));
    }
  }

  private int foreground(PortPlan ports, Set<Part> parts, boolean detached)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Programs programs =
        Programs.staged(checkout, directory.programs(), parts.stream().map(Part::label).toList());
    AotCaches caches = AotCaches.of(programs);
    JvmFlags compiler = JvmFlags.chosenIn(environment);
    Platform platform =
        Platform.prepare(programs, directory, ports, parts, compiler.and(caches::use), false);
    RunState.starting(platform.url()).write(directory);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, stopped), "stop"));
    System.out.println(Texts.get("up.starting"));
    try (Progress progress = new Progress(parts)) {
      platform.up(progress);
    }
    RunState.ready(platform).write(directory);
    summary(platform, seconds(began), detached);
    platform.supervise(new Told(platform, directory));
    if (parts.size() == Part.values().length
        && caches.incomplete()
        && !"off".equals(environment.get("LIAISON_AOT"))) {
      System.out.println(Texts.get("up.firstRun"));
      Training.inBackground(directory, programs);
    }
    stopped.await();
    return 0;
  }

  private static void stop(Platform platform, CountDownLatch stopped) {
    System.out.println(Texts.get("up.stopping"));
    platform.close();
    System.out.println(Texts.get("up.stopped"));
    stopped.countDown();
  }

  private void summary(Platform platform, String seconds, boolean detached) {
    System.out.println();
    System.out.println(Texts.get("up.ready", seconds, String.valueOf(memory())));
    System.out.println();
    System.out.println("  " + Texts.get("up.url", platform.url()));
    System.out.println("  " + Texts.get("up.demo"));
    System.out.println("  " + Texts.get("up.demo.staff"));
    System.out.println("  " + Texts.get("up.logs", directory.logs().toString()));
    System.out.println("  " + Texts.get(detached ? "up.stop.detached" : "up.stop"));
    System.out.println();
    System.out.flush();
  }

  private static long memory() {
    // Its own tree: the children are its descendants.
    return Memory.megabytesOfTree(ProcessHandle.current().pid());
  }

  /** Says in the terminal what supervision does. */
  private record Told(Platform platform, RunDirectory directory) implements Supervision.Listener {
    @Override
    public void died(Part part) {
      String log = platform.log(part.label()).toString();
      System.out.println(Texts.get("up.died", part.label(), log));
    }

    @Override
    public void back(Part part, Health health) {
      System.out.println("  " + Platform.tell(part, health));
      try {
        RunState.ready(platform).write(directory); // the process has another id now
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static String seconds(long began) {
    return "%.1f".formatted((System.nanoTime() - began) / 1e9);
  }
}
