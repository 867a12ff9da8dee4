package fr.liaison.kit.event;

import fr.liaison.kit.trace.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 attributes as Kafka headers (Kafka protocol binding 3.2, binary mode). */
public final class CloudEventHeaders {
  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String TYPE = "ce_type";
  static final String TIME = "ce_time";

  private CloudEventHeaders() {}

  public static void write(
      Headers headers,
      UUID id,
      String service,
      String type,
      Instant time,
      @Nullable String traceparent) {
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, id.toString());
    add(headers, SOURCE, "/" + service);
    add(headers, TYPE, type);
    add(headers, TIME, time.toString());
    add(headers, "content-type", "application/json");
    if (traceparent != null) {
      add(headers, TraceParent.HEADER, traceparent);
    }
  }

  static @Nullable String read(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
