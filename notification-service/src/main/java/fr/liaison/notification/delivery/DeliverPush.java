package fr.liaison.notification.delivery;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.notification.subscription.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Makes one attempt and settles the push by its answer, together with the act: taken and refused
 * pushes leave the queue, a gone subscription is dropped unless it was renewed meanwhile, anything
 * else is tried again until the push is no longer worth it.
 */
@ApplicationScoped
class DeliverPush {
  private final Database database;
  private final Claims claims;
  private final Subscriptions subscriptions;
  private final PushClient client;
  private final AuditTrail audit;
  private final MeterRegistry metrics;
  private final BackOff backOff;
  private final Clock clock = Clock.systemUTC();

  DeliverPush(
      Database database,
      Claims claims,
      Subscriptions subscriptions,
      PushClient client,
      AuditTrail audit,
      MeterRegistry metrics,
      DeliveryConfig config) {
    this.database = database;
    this.claims = claims;
    this.subscriptions = subscriptions;
    this.client = client;
    this.audit = audit;
    this.metrics = metrics;
    this.backOff = new BackOff(config.firstPause(), config.longestPause());
  }

  void deliver(ClaimedPush push) {
    PushAnswer answer = client.send(push);
    database.run(transaction -> settle(transaction, push, answer));
    metrics
        .counter(
            "liaison.push.attempts",
            "urgency",
            push.urgent() ? "urgent" : "routine",
            "answer",
            name(answer))
        .increment();
  }

  private void settle(Transaction transaction, ClaimedPush push, PushAnswer answer) {
    switch (answer) {
      case PushAnswer.Taken taken -> {
        claims.finish(transaction, push);
        audit.record(transaction, act(push));
      }
      case PushAnswer.Gone gone -> gone(transaction, push);
      case PushAnswer.Later later -> later(transaction, push, later);
      case PushAnswer.Never never -> {
        claims.finish(transaction, push);
        audit.record(transaction, act(push).with("reason", never.reason()).refused());
      }
    }
  }

  private void gone(Transaction transaction, ClaimedPush push) {
    if (subscriptions.dropVersion(transaction, push.device(), push.version())) {
      audit.record(transaction, act(push).with("reason", "subscription-gone").refused());
    } else {
      claims.putBack(transaction, push, 0, Duration.ZERO);
    }
  }

  private void later(Transaction transaction, ClaimedPush push, PushAnswer.Later later) {
    int attempts = push.attempts() + 1;
    Duration pause = backOff.pause(attempts, later.after(), RandomGenerator.getDefault());
    if (clock.instant().plus(pause).isBefore(push.expiresAt())) {
      claims.putBack(transaction, push, attempts, pause);
    } else {
      claims.finish(transaction, push);
      audit.record(transaction, act(push).with("reason", "expired").refused());
    }
  }

  private static Act act(ClaimedPush push) {
    return Act.of("notification.push")
        .on("device", push.device())
        .with("urgent", push.urgent())
        .with("attempts", push.attempts() + 1);
  }

  private static String name(PushAnswer answer) {
    return switch (answer) {
      case PushAnswer.Taken taken -> "taken";
      case PushAnswer.Gone gone -> "gone";
      case PushAnswer.Later later -> "later";
      case PushAnswer.Never never -> "never";
    };
  }
}
