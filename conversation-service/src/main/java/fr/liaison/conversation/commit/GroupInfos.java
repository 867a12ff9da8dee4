package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Table {@code group_info}: the GroupInfo of the current epoch, written only with that epoch. */
@Singleton
public class GroupInfos {
  public void store(
      Transaction transaction, ConversationId conversation, long epoch, Bytes groupInfo) {
    transaction.update(
        """
        insert into group_info (conversation_id, epoch, payload) values ($1, $2, $3)
        on conflict (conversation_id) do update
          set epoch = excluded.epoch, payload = excluded.payload
        """,
        conversation.value(),
        epoch,
        Buffer.buffer(groupInfo.toArray()));
  }

  Optional<GroupInfoView> current(Transaction transaction, ConversationId conversation) {
    return transaction.first(
        row ->
            new GroupInfoView(row.getLong("epoch"), Bytes.of(row.getBuffer("payload").getBytes())),
        "select epoch, payload from group_info where conversation_id = $1",
        conversation.value());
  }

  /** The GroupInfo of an epoch. */
  public record GroupInfoView(long epoch, Bytes groupInfo) {}
}
