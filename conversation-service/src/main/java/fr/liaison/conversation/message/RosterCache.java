package fr.liaison.conversation.message;

import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rosters by conversation and epoch. A roster changes only with its epoch, and the caller has read
 * the epoch under the conversation's lock, so an entry of that epoch is exact, not merely recent.
 */
@Singleton
class RosterCache {
  private static final int MOST = 20_000;

  private final Rosters rosters;
  private final Map<ConversationId, Roster> cached =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Roster> eldest) {
          return size() > MOST;
        }
      };

  RosterCache(Rosters rosters) {
    this.rosters = rosters;
  }

  /** The rosters at these heads' epochs; reads the missing ones with one statement. */
  Map<ConversationId, Roster> at(Transaction transaction, Collection<LogHead> heads) {
    Map<ConversationId, Roster> found = new HashMap<>();
    List<LogHead> missing = new ArrayList<>();
    synchronized (cached) {
      for (LogHead head : heads) {
        Roster roster = cached.get(head.conversation());
        if (roster != null && roster.epoch() == head.epoch()) {
          found.put(head.conversation(), roster);
        } else {
          missing.add(head);
        }
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(read(transaction, missing));
    }
    return found;
  }

  private Map<ConversationId, Roster> read(Transaction transaction, List<LogHead> heads) {
    var members = rosters.of(transaction, heads.stream().map(LogHead::conversation).toList());
    Map<ConversationId, Roster> read = new HashMap<>();
    for (LogHead head : heads) {
      ConversationId id = head.conversation();
      read.put(id, new Roster(id, head.epoch(), members.getOrDefault(id, List.of())));
    }
    synchronized (cached) {
      cached.putAll(read);
    }
    return read;
  }
}
