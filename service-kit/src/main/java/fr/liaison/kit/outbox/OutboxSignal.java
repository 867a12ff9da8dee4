package fr.liaison.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the relay of this process of a commit, once it runs. */
@ApplicationScoped
public class OutboxSignal {
  private volatile Runnable relay = () -> {};

  void onNews(Runnable wake) {
    relay = wake;
  }

  void wake() {
    relay.run();
  }
}
