package fr.liaison.directory.register.source;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two requests to a foreign server; the service going down cuts it short. */
@ApplicationScoped
public class Pause {
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Answers whether it makes sense to go on. */
  public boolean await(Duration time) throws InterruptedException {
    return !stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }
}
