package fr.liaison.client.conversation;

import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Row;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Which conversations have something open at the server. */
final class Pending {
  private static final int PAGE = 200;

  private Pending() {}

  /** Those with a stored commit. */
  static List<ConversationId> commits(StoreReader reader) {
    return conversations(reader, Table.PENDING_COMMIT);
  }

  /** Those with messages on their way. */
  static List<ConversationId> messages(StoreReader reader) {
    return conversations(reader, Table.OUTBOX);
  }

  private static List<ConversationId> conversations(StoreReader reader, Table table) {
    LinkedHashSet<ConversationId> found = new LinkedHashSet<>();
    String after = "";
    while (true) {
      List<Row> rows = reader.list(table, "", after, PAGE);
      rows.forEach(row -> found.add(ConversationId.parse(row.key().split("/", 2)[0])));
      if (rows.size() < PAGE) {
        return new ArrayList<>(found);
      }
      after = rows.getLast().key();
    }
  }
}
