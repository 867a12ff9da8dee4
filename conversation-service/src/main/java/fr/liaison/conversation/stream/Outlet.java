package fr.liaison.conversation.stream;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sending half of a WebSocket with a bounded window: {@link #send} waits, on its virtual
 * thread, while the window is full, and gives up on a client that stays too slow. Nothing queues
 * beyond the window.
 */
final class Outlet {
  private final Session session;
  private final Semaphore window;
  private final Duration patience;
  private final AtomicBoolean open = new AtomicBoolean(true);

  Outlet(Session session, StreamConfig config) {
    this.session = session;
    this.window = new Semaphore(config.window());
    this.patience = config.patience();
  }

  boolean isOpen() {
    return open.get();
  }

  /** False once the stream is closed, by whomever. */
  boolean send(String text) {
    if (!open.get()) {
      return false;
    }
    try {
      if (!window.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        close(CloseReason.TRY_AGAIN_LATER);
        return false;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    session
        .getAsyncRemote()
        .sendText(
            text,
            result -> {
              window.release();
              if (!result.isOK()) {
                open.set(false);
              }
            });
    return open.get();
  }

  void close(CloseReason reason) {
    if (open.getAndSet(false)) {
      try {
        session.close(
            new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(reason.code()), ""));
      } catch (IOException | IllegalStateException alreadyGone) {
        // The client left first; closing is what was wanted.
      }
    }
  }

  void closed() {
    open.set(false);
  }
}
