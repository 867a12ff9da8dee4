package fr.liaison.audit.log;

import fr.liaison.audit.act.ActRules;
import fr.liaison.audit.act.SealAct;
import fr.liaison.audit.act.SealedAct;
import fr.liaison.audit.tlog.merkle.CompactRange;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.tile.TileGrowth;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.Topic;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Appends acts in the order they arrive, each once, whatever is repeated, concurrent or killed half
 * way: before the commit nothing happened, after it everything did.
 */
@ApplicationScoped
public class AppendActs implements EventHandler {

  private final LogTables tables;
  private final SealAct sealAct;

  AppendActs(LogTables tables, SealAct sealAct) {
    this.tables = tables;
    this.sealAct = sealAct;
  }

  @Override
  public Topic topic() {
    return Topic.AUDIT;
  }

  @Override
  public void handle(Transaction transaction, List<ReceivedEvent> events) {
    Map<UUID, ActRecorded> acts = new LinkedHashMap<>();
    for (ReceivedEvent received : events) {
      if (received.event() instanceof ActRecorded act) {
        acts.putIfAbsent(ActRules.check(act).actId(), act);
      }
    }
    if (!acts.isEmpty()) {
      append(transaction, acts);
    }
  }

  private void append(Transaction transaction, Map<UUID, ActRecorded> acts) {
    CompactRange range = tables.lockRange(transaction);
    Set<UUID> known = tables.known(transaction, acts.keySet());
    List<SealedAct> fresh =
        acts.values().stream()
            .filter(act -> !known.contains(act.actId()))
            .map(sealAct::seal)
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    long firstIndex = range.size();
    TileGrowth growth = new TileGrowth();
    fresh.forEach(act -> range.append(Hash.leaf(act.leaf().toArray()), growth));
    tables.insert(transaction, firstIndex, fresh);
    tables.grow(transaction, growth.additions());
    tables.storeRange(transaction, range);
  }
}
