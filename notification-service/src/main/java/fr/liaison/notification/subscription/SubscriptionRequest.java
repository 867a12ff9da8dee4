package fr.liaison.notification.subscription;

import fr.liaison.contracts.json.Bytes;
import jakarta.validation.constraints.NotNull;

/** What a browser's PushSubscription consists of. */
public record SubscriptionRequest(
    @NotNull String endpoint, @NotNull Bytes p256dh, @NotNull Bytes auth) {
  @Override
  public String toString() {
    return "SubscriptionRequest";
  }
}
