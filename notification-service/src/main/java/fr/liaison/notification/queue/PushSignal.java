package fr.liaison.notification.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the lanes of this process that pushes are due; the database stays the truth. */
@ApplicationScoped
public class PushSignal {
  private final List<Runnable> lanes = new CopyOnWriteArrayList<>();

  public void onNews(Runnable lane) {
    lanes.add(lane);
  }

  void news() {
    lanes.forEach(Runnable::run);
  }
}
