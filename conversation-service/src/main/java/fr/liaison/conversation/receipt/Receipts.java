package fr.liaison.conversation.receipt;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The marks in table {@code member}; what a person read is the most any of their devices did. No
 * mark passes what its device may read: the end of the log, or the commit that removed it.
 */
@Singleton
class Receipts {
  /** Empty when nothing moved, for whatever reason. */
  Optional<ReceiptMoved> move(
      Transaction transaction,
      ConversationId conversation,
      DeviceId device,
      long deliveredUpTo,
      long readUpTo) {
    return transaction.first(
        row ->
            new ReceiptMoved(
                conversation.value(),
                row.getUUID("practitioner_id"),
                device.value(),
                row.getLong("delivered_up_to"),
                row.getLong("read_up_to")),
        """
        update member m
        set delivered_up_to =
              greatest(m.delivered_up_to, least($3, coalesce(m.left_sequence, c.last_sequence))),
            read_up_to =
              greatest(m.read_up_to, least($4, coalesce(m.left_sequence, c.last_sequence)))
        from conversation c
        where c.id = m.conversation_id and m.conversation_id = $1 and m.device_id = $2
          and (least($3, coalesce(m.left_sequence, c.last_sequence)) > m.delivered_up_to
               or least($4, coalesce(m.left_sequence, c.last_sequence)) > m.read_up_to)
        returning m.practitioner_id, m.delivered_up_to, m.read_up_to
        """,
        conversation.value(),
        device.value(),
        deliveredUpTo,
        readUpTo);
  }

  boolean isReader(Transaction transaction, ConversationId conversation, DeviceId device) {
    return transaction
        .first(
            row -> true,
            "select 1 from member where conversation_id = $1 and device_id = $2",
            conversation.value(),
            device.value())
        .isPresent();
  }
}
