package fr.liaison.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.liaison.kit.KitTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@KitTest
class DatabaseTest {
  private static final int POOL = 16;

  @Inject Database database;
  @Inject Pool pool;

  @Test
  void aConnectionLostBetweenTwoStatementsIsAnOutageAndNotAFault() {
    assertThatThrownBy(
            () ->
                database.run(
                    transaction -> {
                      int backend = backend(transaction);
                      terminate(backend);
                      await().until(() -> isGone(backend));
                      // The first statement may still find the connection open, the next not.
                      assertThatThrownBy(() -> backend(transaction))
                          .isInstanceOf(DatabaseUnavailable.class);
                      backend(transaction);
                    }))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void aCommitOnALostConnectionIsAnOutageAndNotAFault() {
    assertThatThrownBy(
            () ->
                database.run(
                    transaction -> {
                      int backend = backend(transaction);
                      terminate(backend);
                      await().until(() -> isGone(backend));
                    }))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void whatFollowsACommitMayNeedConnectionsWhileEveryOtherDoesTheSame() throws Exception {
    CyclicBarrier together = new CyclicBarrier(POOL);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> seen = new ArrayList<>();
      for (int i = 0; i < POOL; i++) {
        seen.add(threads.submit(() -> readAfterCommit(together)));
      }
      for (Future<Integer> one : seen) {
        assertThat(one.get()).isPositive();
      }
    }
  }

  private int readAfterCommit(CyclicBarrier together) {
    AtomicInteger backend = new AtomicInteger();
    database.run(
        transaction ->
            transaction.afterCommit(
                () -> {
                  meet(together);
                  backend.set(database.read(DatabaseTest::backend));
                }));
    return backend.get();
  }

  @Test
  void workThatFailsAfterTheCommitFailsNeitherTheCommitNorOtherWork() {
    AtomicInteger done = new AtomicInteger();
    int answer =
        database.inTransaction(
            transaction -> {
              transaction.afterCommit(
                  () -> {
                    throw new IllegalStateException("as told");
                  });
              transaction.afterCommit(done::incrementAndGet);
              return 7;
            });
    assertThat(answer).isEqualTo(7);
    assertThat(done).hasValue(1);
  }

  @Test
  void aStatementPostgresqlRefusesKeepsItsState() {
    assertThatThrownBy(() -> database.run(transaction -> transaction.update("select 1/0")))
        .isInstanceOfSatisfying(
            StatementRefused.class, refused -> assertThat(refused.state()).isEqualTo("22012"));
  }

  @Test
  void aConnectionThatComesTooLateGoesBackToThePool() throws Exception {
    Database impatient = new Database(pool, () -> Duration.ofMillis(100));
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> holders = holdEveryConnection(threads, release);
      for (int i = 0; i < POOL; i++) {
        assertThatThrownBy(() -> backend(impatient)).isInstanceOf(DatabaseUnavailable.class);
      }
      release.countDown();
      for (Future<?> holder : holders) {
        holder.get();
      }
      await()
          .ignoreException(DatabaseUnavailable.class)
          .untilAsserted(() -> assertThat(backend(impatient)).isPositive());

      CountDownLatch again = new CountDownLatch(1);
      holders = holdEveryConnection(threads, again);
      again.countDown();
      for (Future<?> holder : holders) {
        holder.get();
      }
    }
  }

  /** Returns when as many connections as the pool has are in use. */
  private List<Future<?>> holdEveryConnection(ExecutorService threads, CountDownLatch release)
      throws InterruptedException {
    CountDownLatch held = new CountDownLatch(POOL);
    List<Future<?>> holders = new ArrayList<>();
    for (int i = 0; i < POOL; i++) {
      holders.add(
          threads.submit(
              () ->
                  database.run(
                      transaction -> {
                        backend(transaction);
                        held.countDown();
                        awaitRelease(release);
                      })));
    }
    assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    return holders;
  }

  private static void awaitRelease(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static int backend(Database database) {
    return database.read(DatabaseTest::backend);
  }

  private static int backend(Transaction transaction) {
    return transaction.first(row -> row.getInteger(0), "select pg_backend_pid()").orElseThrow();
  }

  private void terminate(int backend) {
    database.run(
        transaction ->
            transaction.first(
                row -> row.getBoolean(0), "select pg_terminate_backend($1)", backend));
  }

  private boolean isGone(int backend) {
    return database
        .read(
            transaction ->
                transaction.first(
                    row -> row.getInteger(0),
                    "select pid from pg_stat_activity where pid = $1",
                    backend))
        .isEmpty();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
