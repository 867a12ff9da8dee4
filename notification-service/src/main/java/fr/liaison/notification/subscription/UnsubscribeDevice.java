package fr.liaison.notification.subscription;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.notification.DeviceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends the device's subscription and any push that waits for it; repeating it is harmless. */
@ApplicationScoped
class UnsubscribeDevice {
  private final Database database;
  private final Subscriptions subscriptions;
  private final AuditTrail audit;

  UnsubscribeDevice(Database database, Subscriptions subscriptions, AuditTrail audit) {
    this.database = database;
    this.subscriptions = subscriptions;
    this.audit = audit;
  }

  void unsubscribe(DeviceId device, Act act) {
    database.run(
        transaction -> {
          subscriptions.drop(transaction, List.of(device));
          audit.record(transaction, act);
        });
  }
}
