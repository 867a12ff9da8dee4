package fr.liaison.attachment.member;

import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rosters as last heard of. */
@ApplicationScoped
public class Rosters {

  /** Takes the roster of a later epoch; an earlier or repeated one changes nothing. */
  void replace(Transaction transaction, RosterChanged roster) {
    boolean later =
        transaction.update(
                """
                insert into roster (conversation_id, epoch) values ($1, $2)
                on conflict (conversation_id) do update set epoch = excluded.epoch
                where roster.epoch < excluded.epoch
                """,
                roster.conversationId(),
                roster.epoch())
            > 0;
    if (later) {
      transaction.update(
          "delete from roster_member where conversation_id = $1", roster.conversationId());
      transaction.update(
          """
          insert into roster_member (conversation_id, device_id)
          select $1, device from unnest($2::uuid[]) as device
          on conflict do nothing
          """,
          roster.conversationId(),
          roster.members().stream().map(RosterChanged.Member::deviceId).toArray(UUID[]::new));
    }
  }

  /** Whether the device is in the conversation now; false for a conversation never heard of. */
  public boolean contains(Transaction transaction, ConversationId conversation, DeviceId device) {
    return transaction
        .first(
            row -> row.getBoolean(0),
            """
            select exists (
              select 1 from roster_member where conversation_id = $1 and device_id = $2)
            """,
            conversation.value(),
            device.value())
        .orElse(false);
  }
}
