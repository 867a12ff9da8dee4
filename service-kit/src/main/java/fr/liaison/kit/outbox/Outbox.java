package fr.liaison.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.Topic;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where events wait for Kafka. An event is published if, and only if, its transaction commits.
 * Events of one aggregate are published in commit order provided the writer holds that aggregate's
 * row lock while appending. An act's event id is its act id.
 */
@ApplicationScoped
public class Outbox {
  /** In bytes of UTF-8: with its headers, below what a Kafka producer takes by default (1 MiB). */
  private static final int LARGEST = 768 * 1024;

  private static final String INSERT =
      """
      insert into outbox (event_id, topic, key, type, traceparent, data)
      select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[])
      """;

  private final OutboxSignal signal;

  Outbox(OutboxSignal signal) {
    this.signal = signal;
  }

  public void append(Transaction transaction, DomainEvent event) {
    appendAll(transaction, List.of(event));
  }

  /** Appends in list order with one statement. */
  public void appendAll(Transaction transaction, List<? extends DomainEvent> events) {
    insert(transaction, events.stream().map(Outbox::entry).toList());
  }

  /** Sets an event nobody here understands aside, as it was read; of a huge one, its beginning. */
  public void appendDeadLetter(Transaction transaction, UUID key, String type, String data) {
    insert(
        transaction,
        List.of(new Entry(Uuid7.next(), Topic.DEAD_LETTER.wireName(), key, type, cut(data))));
  }

  private static String cut(String data) {
    byte[] bytes = data.getBytes(UTF_8);
    if (bytes.length <= LARGEST) {
      return data;
    }
    int end = LARGEST;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, UTF_8);
  }

  private void insert(Transaction transaction, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int n = entries.size();
    @Nullable String[] trace = new String[n];
    TraceParent.current().ifPresent(current -> java.util.Arrays.fill(trace, current.header()));
    transaction.update(
        INSERT,
        entries.stream().map(Entry::eventId).toArray(UUID[]::new),
        entries.stream().map(Entry::topic).toArray(String[]::new),
        entries.stream().map(Entry::key).toArray(UUID[]::new),
        entries.stream().map(Entry::type).toArray(String[]::new),
        trace,
        entries.stream().map(Entry::data).toArray(String[]::new));
    transaction.afterCommit(signal::wake);
  }

  private static Entry entry(DomainEvent event) {
    UUID id = event instanceof ActRecorded act ? act.actId() : Uuid7.next();
    return new Entry(
        id,
        event.eventType().topic().wireName(),
        event.aggregateId(),
        event.eventType().wireName(),
        json(event));
  }

  private static String json(DomainEvent event) {
    try {
      String json = ContractJson.mapper().writeValueAsString(event);
      if (json.getBytes(UTF_8).length > LARGEST) {
        throw new IllegalArgumentException("an event may hold at most " + LARGEST + " bytes");
      }
      return json;
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("an event record must be writable as JSON", unwritable);
    }
  }

  private record Entry(UUID eventId, String topic, UUID key, String type, String data) {}
}
