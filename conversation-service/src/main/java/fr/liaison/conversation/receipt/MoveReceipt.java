package fr.liaison.conversation.receipt;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.wake.Wake;
import fr.liaison.conversation.wake.Wakes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Moves a device's "delivered" and its person's "read" mark, forward only and never past the end of
 * the log. What was read was delivered. A mark that does not move writes nothing.
 */
@Singleton
public class MoveReceipt {
  private final Database database;
  private final Receipts receipts;
  private final Outbox outbox;
  private final Wakes wakes;

  MoveReceipt(Database database, Receipts receipts, Outbox outbox, Wakes wakes) {
    this.database = database;
    this.receipts = receipts;
    this.outbox = outbox;
    this.wakes = wakes;
  }

  /** False when the device may not read the conversation. */
  public boolean move(
      DeviceId device, ConversationId conversation, long deliveredUpTo, long readUpTo) {
    return database.inTransaction(
        transaction -> move(transaction, device, conversation, deliveredUpTo, readUpTo));
  }

  private boolean move(
      Transaction transaction,
      DeviceId device,
      ConversationId conversation,
      long deliveredUpTo,
      long readUpTo) {
    Optional<ReceiptMoved> moved =
        receipts.move(
            transaction, conversation, device, Math.max(deliveredUpTo, readUpTo), readUpTo);
    if (moved.isEmpty()) {
      return receipts.isReader(transaction, conversation, device);
    }
    ReceiptMoved event = moved.get();
    outbox.append(transaction, event);
    transaction.afterCommit(() -> wakes.wake(new Wake.MarksMoved(event)));
    return true;
  }
}
