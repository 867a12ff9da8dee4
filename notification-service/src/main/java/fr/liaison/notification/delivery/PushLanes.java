package fr.liaison.notification.delivery;

import fr.liaison.kit.database.Database;
import fr.liaison.kit.loop.WorkLoop;
import fr.liaison.notification.queue.PushSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Runs the two lanes while the service runs. */
@ApplicationScoped
public class PushLanes {
  private final List<WorkLoop> lanes;
  private final PushSignal signal;
  private final DeliveryConfig config;

  PushLanes(
      Database database,
      Claims claims,
      DeliverPush deliverPush,
      PushSignal signal,
      DeliveryConfig config) {
    this.lanes =
        List.of(
            new PushLane(true, database, claims, deliverPush, config).loop(),
            new PushLane(false, database, claims, deliverPush, config).loop());
    this.signal = signal;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      for (WorkLoop lane : lanes) {
        signal.onNews(lane::wake);
        lane.start();
      }
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    lanes.forEach(WorkLoop::end);
    for (WorkLoop lane : lanes) {
      lane.stop();
    }
  }
}
