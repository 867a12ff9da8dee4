package fr.liaison.client.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.io.IOException;

/** Records as the bytes of a row. */
public final class StoredJson {
  private StoredJson() {}

  public static Bytes write(Object value) {
    try {
      return Bytes.of(ContractJson.mapper().writeValueAsBytes(value));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("a row must be writable as JSON", unwritable);
    }
  }

  /** Throws {@link StoreDamaged} when the row holds something else. */
  public static <T> T read(Bytes value, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(value.toArray(), type);
    } catch (IOException unreadable) {
      throw new StoreDamaged("a row is not of its type");
    }
  }
}
