package fr.liaison.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.EventType;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.trace.TraceParent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a Kafka record as one of our events, or says why it cannot be one. */
final class EventReader {
  private EventReader() {}

  /** What a record turned out to be. */
  sealed interface Reading {
    /** One of our events. */
    record Understood(ReceivedEvent event) implements Reading {}

    /** Something that will never be understood, however often it is read. */
    record Poison(String reason) implements Reading {}
  }

  static Reading read(ConsumerRecord<String, String> record) {
    String id = CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID);
    String source = CloudEventHeaders.read(record.headers(), CloudEventHeaders.SOURCE);
    String type = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TYPE);
    String time = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TIME);
    String data = record.value();
    if (id == null || source == null || type == null || time == null || data == null) {
      return new Reading.Poison("attribute-missing");
    }
    EventType known = EventType.parse(type).orElse(null);
    if (known == null) {
      return new Reading.Poison("type-unknown");
    }
    try {
      DomainEvent event = ContractJson.mapper().readValue(data, known.record());
      if (event == null) { // the JSON document null
        return new Reading.Poison("data-missing");
      }
      return new Reading.Understood(
          new ReceivedEvent(
              UUID.fromString(id),
              source,
              Instant.parse(time),
              event,
              CloudEventHeaders.read(record.headers(), TraceParent.HEADER)));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException unreadable) {
      return new Reading.Poison("data-unreadable");
    }
  }
}
