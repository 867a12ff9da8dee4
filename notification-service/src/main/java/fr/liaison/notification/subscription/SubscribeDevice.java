package fr.liaison.notification.subscription;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.problem.Problem;
import fr.liaison.notification.DeviceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.UnknownHostException;

/**
 * Makes the given push subscription the device's only one. A host that leads inside our networks is
 * refused at once; one that cannot be resolved now is taken, since it is checked at every push.
 */
@ApplicationScoped
class SubscribeDevice {
  private final Database database;
  private final Subscriptions subscriptions;
  private final PublicAddresses addresses;
  private final AuditTrail audit;
  private final EndpointConfig config;

  SubscribeDevice(
      Database database,
      Subscriptions subscriptions,
      PublicAddresses addresses,
      AuditTrail audit,
      EndpointConfig config) {
    this.database = database;
    this.subscriptions = subscriptions;
    this.addresses = addresses;
    this.audit = audit;
    this.config = config;
  }

  void subscribe(DeviceId device, SubscriptionRequest request, Act act) {
    PushEndpoint endpoint = endpoint(request.endpoint());
    SubscriptionKeys keys = keys(request.p256dh(), request.auth());
    database.run(
        transaction -> {
          subscriptions.renew(transaction, device, endpoint, keys);
          audit.record(transaction, act);
        });
  }

  private PushEndpoint endpoint(String text) {
    PushEndpoint endpoint =
        PushEndpoint.parse(text, config)
            .orElseThrow(
                () -> Problem.field("endpoint", "must be the https URL of a push service"));
    try {
      addresses.resolve(endpoint.host());
    } catch (PublicAddresses.ForbiddenAddress inside) {
      throw Problem.field("endpoint", "must be the https URL of a push service");
    } catch (UnknownHostException notNow) {
      return endpoint;
    }
    return endpoint;
  }

  private static SubscriptionKeys keys(Bytes p256dh, Bytes auth) {
    if (!SubscriptionKeys.isPoint(p256dh)) {
      throw Problem.field("p256dh", "must be an uncompressed P-256 point of 65 bytes");
    }
    if (!SubscriptionKeys.isSecret(auth)) {
      throw Problem.field("auth", "must be 16 bytes");
    }
    return new SubscriptionKeys(p256dh, auth);
  }
}
