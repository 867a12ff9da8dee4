package fr.liaison.notification.delivery;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.loop.WorkLoop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Works off one half of the queue, urgent or routine, on threads and permits of its own, so that
 * neither half can hold the other up.
 */
final class PushLane {
  private static final Log LOG = Log.of(PushLane.class);

  private final boolean urgent;
  private final Database database;
  private final Claims claims;
  private final DeliverPush deliverPush;
  private final DeliveryConfig config;
  private final Semaphore permits;
  private final WorkLoop loop;

  PushLane(
      boolean urgent,
      Database database,
      Claims claims,
      DeliverPush deliverPush,
      DeliveryConfig config) {
    this.urgent = urgent;
    this.database = database;
    this.claims = claims;
    this.deliverPush = deliverPush;
    this.config = config;
    this.permits = new Semaphore(config.parallel());
    this.loop =
        new WorkLoop(
            "push-lane",
            WorkLoop.Rests.of(config.poll()),
            this::round,
            failure -> LOG.warn("A push round failed and is tried again", Map.of(), failure));
  }

  WorkLoop loop() {
    return loop;
  }

  /** Claims as many pushes as there is room for and sends them; false when none was due. */
  private boolean round() throws InterruptedException {
    permits.acquire();
    int room = 1 + permits.drainPermits();
    int started = 0;
    try {
      List<ClaimedPush> due =
          database.inTransaction(
              transaction -> claims.take(transaction, urgent, room, config.claim()));
      for (ClaimedPush push : due) {
        Thread.ofVirtual().name("push").start(() -> deliver(push));
        started++;
      }
      return started > 0;
    } finally {
      permits.release(room - started);
    }
  }

  private void deliver(ClaimedPush push) {
    try {
      deliverPush.deliver(push);
    } catch (RuntimeException failure) {
      LOG.warn(
          "A push could not be settled; its claim will run out",
          Map.of(LogKey.deviceId, push.device()),
          failure);
    } finally {
      permits.release();
    }
  }
}
