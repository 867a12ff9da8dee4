package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Single texts that outlive the program. */
public enum Settings {
  REFRESH_TOKEN,
  RESUME,
  AUDIT_LOG_KEY,
  /** The newest tree that the log signed, as far as this device saw. */
  AUDIT_CHECKPOINT,
  /** The server's external_senders, kept from its first answer on. */
  DELIVERY_KEY,
  /** The reference of the key package that may be used again. */
  LAST_RESORT;

  public Optional<String> read(StoreReader reader) {
    return reader
        .get(Table.SETTING, name())
        .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8));
  }

  public void write(StoreTransaction transaction, String text) {
    transaction.put(Table.SETTING, name(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void forget(StoreTransaction transaction) {
    transaction.remove(Table.SETTING, name());
  }
}
