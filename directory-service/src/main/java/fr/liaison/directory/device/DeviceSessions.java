package fr.liaison.directory.device;

import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.directory.account.AccountTasks;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which login sessions each device is used, so that they end with it. Anybody may name a device
 * of theirs: that one more session ends can be brought about so, never that one goes on.
 */
@ApplicationScoped
class DeviceSessions {
  private final AccountTasks tasks;

  DeviceSessions(AccountTasks tasks) {
    this.tasks = tasks;
  }

  /**
   * Notes a session of the caller, where the device is theirs and active; waits for nobody. Of
   * those of more than a week Keycloak keeps none.
   */
  void note(Transaction transaction, UUID device, Caller caller, OffsetDateTime now) {
    if (caller.sessionOrNull() == null) {
      return;
    }
    transaction.update(
        """
        with over as (
          delete from device_session where device_id = $1 and noted_at < $4::timestamptz - interval '7 days')
        insert into device_session (device_id, session_id, noted_at)
        select id, $3, $4 from device where id = $1 and account_id = $2 and status = 'active'
        on conflict do nothing
        """,
        device,
        caller.accountId(),
        caller.sessionOrNull(),
        now);
  }

  /** Has Keycloak end what was noted while the revocation of its device was committed. */
  void endLate(Transaction transaction, OffsetDateTime now) {
    tasks.logout(
        transaction,
        transaction.rows(
            row -> new AccountTasks.Session(row.getString(0), row.getString(1)),
            """
            delete from device_session s using device d
            where d.id = s.device_id and d.status <> 'active'
            returning d.account_id, s.session_id
            """),
        now);
  }

  /** Has Keycloak end the sessions of these devices, but not the one to keep. */
  void end(
      Transaction transaction,
      List<DeviceRevoked> devices,
      @Nullable String kept,
      OffsetDateTime now) {
    if (devices.isEmpty()) {
      return;
    }
    tasks.logout(
        transaction,
        transaction.rows(
            row -> new AccountTasks.Session(row.getString(0), row.getString(1)),
            """
            with ended as (
              delete from device_session where device_id = any($1) returning device_id, session_id)
            select distinct d.account_id, e.session_id
            from ended e join device d on d.id = e.device_id
            where e.session_id is distinct from $2
            """,
            devices.stream().map(DeviceRevoked::deviceId).toArray(UUID[]::new),
            kept),
        now);
  }
}
