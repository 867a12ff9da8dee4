package fr.liaison.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request, immutable. A POST is repeated only when {@link #repeatable()} says that the server
 * recognises it; GET, HEAD, PUT and DELETE always may be, PATCH never.
 *
 * @param open sent without a token
 * @param file whose content is sent in place of the body
 */
public record Call(
    String method,
    Service service,
    String path,
    Map<String, String> headers,
    Bytes body,
    boolean repeatable,
    boolean open,
    @Nullable Path file) {
  private static final Bytes NO_BODY = Bytes.of(new byte[0]);

  public static Call get(Service service, String path) {
    return of("GET", service, path, true);
  }

  public static Call head(Service service, String path) {
    return of("HEAD", service, path, true);
  }

  public static Call delete(Service service, String path) {
    return of("DELETE", service, path, true);
  }

  public static Call put(Service service, String path) {
    return of("PUT", service, path, true);
  }

  public static Call post(Service service, String path) {
    return of("POST", service, path, false);
  }

  public static Call patch(Service service, String path) {
    return of("PATCH", service, path, false);
  }

  private static Call of(String method, Service service, String path, boolean repeatable) {
    return new Call(method, service, path, Map.of(), NO_BODY, repeatable, false, null);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, service, path, more, body, repeatable, open, file);
  }

  /** Adds a query parameter; an empty one is left out. */
  public Call query(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    String longer = path + (path.contains("?") ? "&" : "?") + pair;
    return new Call(method, service, longer, headers, body, repeatable, open, file);
  }

  public Call json(Object value) {
    try {
      byte[] written = ContractJson.mapper().writeValueAsBytes(value);
      return bytes(written).header("Content-Type", "application/json");
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("a request must be writable as JSON", unwritable);
    }
  }

  public Call bytes(byte[] content) {
    return new Call(method, service, path, headers, Bytes.of(content), repeatable, open, null);
  }

  /** The content of a file, read as it is sent; such a call may take an hour. */
  public Call file(Path content) {
    return new Call(method, service, path, headers, NO_BODY, repeatable, open, content);
  }

  /** Every attempt carries one fresh key, so the server answers a repetition like the first. */
  public Call idempotent() {
    Call keyed = header("Idempotency-Key", UUID.randomUUID().toString());
    return new Call(method, service, path, keyed.headers, body, true, open, file);
  }

  /** The server recognises the same bytes. */
  public Call recognised() {
    return new Call(method, service, path, headers, body, true, open, file);
  }

  public Call withoutToken() {
    return new Call(method, service, path, headers, body, repeatable, true, file);
  }

  /** Keeps body and headers out of logs. */
  @Override
  public String toString() {
    return "Call[" + method + " " + service + "]";
  }
}
