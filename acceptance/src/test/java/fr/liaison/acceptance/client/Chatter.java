package fr.liaison.acceptance.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Writes numbered texts, twenty a second as long as no more than a few are unacknowledged, on a
 * thread of its own until closed.
 */
public final class Chatter implements AutoCloseable {
  private static final int MOST_WAITING = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BREATH = Duration.ofMillis(50).toNanos();

  private final ScriptedClient client;
  private final String conversation;
  private final String name;
  private final Thread thread;
  private volatile int written;
  private volatile boolean over;

  public Chatter(ScriptedClient client, String conversation, String name) {
    this.client = client;
    this.conversation = conversation;
    this.name = name;
    this.thread = Thread.ofVirtual().start(this::chat);
  }

  private void chat() {
    try {
      while (!over) {
        if (written - acknowledged() < MOST_WAITING) {
          client.write(conversation, text(written));
          written++;
        }
        LockSupport.parkNanos(BREATH);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String text(int number) {
    return name + " " + number;
  }

  public int written() {
    return written;
  }

  /** Everything written, in order. */
  public List<String> texts() {
    return IntStream.range(0, written).mapToObj(this::text).toList();
  }

  /** How many texts the writer was told are stored. */
  public int acknowledged() {
    return (int) mine(client).filter(ShownMessage::acknowledged).count();
  }

  /** What the reader shows of this writer, in the order shown. */
  public List<String> received(ScriptedClient reader) {
    return mine(reader).map(ShownMessage::text).toList();
  }

  private java.util.stream.Stream<ShownMessage> mine(ScriptedClient shownBy) {
    return shownBy.shown().stream().filter(message -> message.text().startsWith(name + " "));
  }

  /** Returns once something was written after this call, or as much waits as ever may. */
  public void awaitMoreWritten() {
    int before = written;
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> written >= before + MOST_WAITING || written - acknowledged() >= MOST_WAITING);
  }

  /** Stops writing and returns when the last text is in the outbox. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
