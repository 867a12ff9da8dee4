package fr.liaison.notification.queue;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes connected devices that do not acknowledge: their stream may be dead. */
@ApplicationScoped
public class OverdueReceipts {
  private static final Log LOG = Log.of(OverdueReceipts.class);

  private final Database database;
  private final Debts debts;
  private final PushSignal signal;
  private final QueueConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  OverdueReceipts(Database database, Debts debts, PushSignal signal, QueueConfig config) {
    this.database = database;
    this.debts = debts;
    this.signal = signal;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("overdue-receipts").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(config.graceCheck().toMillis(), TimeUnit.MILLISECONDS)) {
        check();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    try {
      int woken =
          database.inTransaction(
              transaction -> debts.overdue(transaction, config.grace(), config.lifetime()));
      if (woken > 0) {
        signal.news();
      }
    } catch (RuntimeException failure) {
      LOG.warn("Overdue receipts could not be looked for", Map.of(), failure);
    }
  }
}
