package fr.liaison.platform.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A piece as a running process: started and awaited, stopped in order or killed, started again. Its
 * output is appended to one log file. Safe for use by several threads.
 */
public final class Child {
  /** How long a stop may usually take. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private final Piece piece;
  private final Path log;
  private final Lifeline lifeline;
  // Read without the lock, so that a stop need not wait for the end of a start.
  private volatile @Nullable Process process;
  private volatile @Nullable Launch launch;

  public Child(Piece piece, Path logFolder) {
    this(piece, logFolder, Lifeline.find());
  }

  public Child(Piece piece, Path logFolder, Lifeline lifeline) {
    this.piece = piece;
    this.log = logFolder.resolve(piece.name() + ".log");
    this.lifeline = lifeline;
  }

  public String name() {
    return piece.name();
  }

  public Path log() {
    return log;
  }

  /** Prepares, starts and waits. A child that does not become ready is killed. */
  public synchronized Health start() throws IOException, InterruptedException {
    long began = System.nanoTime();
    if (isAlive()) {
      return new Health.Ready(Duration.ZERO);
    }
    if (piece.port().isPresent() && !Ports.isFree(piece.port().getAsInt())) {
      return new Health.PortTaken(piece.name(), piece.port().getAsInt());
    }
    piece.prepare();
    Launch started = piece.launch(log);
    Process running = fork(started);
    launch = started;
    process = running;
    long forked = System.nanoTime();
    while (!ready(started)) {
      if (running.waitFor(25, TimeUnit.MILLISECONDS)) {
        return new Health.Exited(piece.name(), running.exitValue(), log);
      }
      if (since(forked).compareTo(started.patience()) > 0) {
        kill();
        return new Health.TimedOut(piece.name(), since(forked), log);
      }
    }
    piece.settle();
    return new Health.Ready(since(began));
  }

  /** Starts, or fails with a message that names the log. For callers with nothing else to do. */
  public void startOrFail() {
    try {
      switch (start()) {
        case Health.Ready _ -> {}
        case Health.Exited(String name, int status, Path file) ->
            throw new StartFailed(
                name + " ended with status " + status + ", see " + file + LogTail.of(file));
        case Health.TimedOut(String name, Duration waited, Path file) ->
            throw new StartFailed(
                name
                    + " was not ready after "
                    + waited.toSeconds()
                    + " s, see "
                    + file
                    + LogTail.of(file));
        case Health.PortTaken(String name, int port) ->
            throw new StartFailed("port " + port + ", which " + name + " needs, is taken");
      }
    } catch (IOException e) {
      throw new StartFailed(piece.name() + " could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted while starting " + piece.name(), e);
    }
  }

  /** Asks the child to stop, and kills it when it has not after half a minute. */
  public void stop() {
    stop(GRACE);
  }

  /** Asks the child to stop, and kills it when it has not by then. */
  public void stop(Duration grace) {
    Process running = process;
    Launch started = launch;
    if (running == null || started == null || !running.isAlive()) {
      return;
    }
    switch (started.stopSignal()) {
      case TERM -> running.destroy();
      case INT -> interrupt(running);
    }
    try {
      if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * As {@code kill -9}, and waits until the process is gone, and then for those it leaves behind:
   * the sessions of a dead database hold its memory until they notice.
   */
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    List<ProcessHandle> below = running.descendants().toList();
    if (lifeline instanceof Lifeline.BrokenPipe) {
      below.forEach(ProcessHandle::destroyForcibly);
    }
    running.destroyForcibly().onExit().join();
    // Bounded: whoever inherits the dead may be slow to bury them.
    CompletableFuture.allOf(
            below.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, 5, TimeUnit.SECONDS)
        .join();
  }

  public boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** The process id of the child, empty when it does not run. */
  public OptionalLong pid() {
    Process running = process;
    return running == null || !running.isAlive()
        ? OptionalLong.empty()
        : lifeline.childOf(running).stream().mapToLong(ProcessHandle::pid).findFirst();
  }

  private Process fork(Launch started) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(lifeline.wrap(started))
            .directory(started.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    environment.putAll(started.environment());
    return ForkThread.start(builder);
  }

  private static boolean ready(Launch started) {
    try {
      return started.probe().ready();
    } catch (Exception e) {
      return false; // whatever went wrong, it is not ready; its log and exit tell the rest
    }
  }

  private static void interrupt(Process running) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -INT " + running.pid()).start().waitFor();
    } catch (IOException e) {
      running.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
