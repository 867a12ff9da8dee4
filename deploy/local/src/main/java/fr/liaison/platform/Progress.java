package fr.liaison.platform;

import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.process.Health;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The start on one screen: in a terminal a table that is painted over, elsewhere one line whenever
 * a part becomes ready.
 */
final class Progress implements StartListener, AutoCloseable {
  private record Line(String state, long began, @Nullable Duration took) {}

  private final boolean terminal;
  private final Map<Part, Line> lines = new EnumMap<>(Part.class);
  private final @Nullable Thread painter;
  private boolean painted;
  private volatile boolean over;

  Progress(Set<Part> parts) {
    this.terminal = Boolean.getBoolean("liaison.terminal");
    for (Part part : parts) {
      lines.put(part, new Line("waiting", 0, null));
    }
    this.painter =
        terminal ? Thread.ofPlatform().daemon().name("progress").start(this::paintOn) : null;
  }

  @Override
  public synchronized void starting(Part part) {
    lines.put(part, new Line("starting", System.nanoTime(), null));
  }

  @Override
  public synchronized void finished(Part part, Health health) {
    Duration took = health instanceof Health.Ready(Duration spent) ? spent : null;
    lines.put(part, new Line(took == null ? "failed" : "ready", 0, took));
    if (!terminal) {
      System.out.println("  " + Platform.tell(part, health));
      System.out.flush();
    }
  }

  private void paintOn() {
    try {
      while (!over) {
        paint();
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void paint() {
    StringBuilder screen = new StringBuilder();
    if (painted) {
      screen.append("\u001b[").append(lines.size()).append('A'); // up, over the last painting
    }
    lines.forEach(
        (part, line) ->
            screen
                .append("\r\u001b[K  ")
                .append("%-14s %-10s".formatted(part.label(), Texts.get("state." + line.state())))
                .append(seconds(line))
                .append('\n'));
    System.out.print(screen);
    System.out.flush();
    painted = true;
  }

  private static String seconds(Line line) {
    Duration took = line.took();
    if (took == null && line.began() == 0) {
      return "";
    }
    Duration shown = took == null ? Duration.ofNanos(System.nanoTime() - line.began()) : took;
    return "%6.1f s".formatted(shown.toMillis() / 1000.0);
  }

  @Override
  public void close() {
    over = true;
    if (painter != null) {
      try {
        painter.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      paint();
    }
  }
}
