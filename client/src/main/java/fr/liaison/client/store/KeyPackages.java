package fr.liaison.client.store;

import fr.liaison.contracts.json.Bytes;
import java.util.HexFormat;
import java.util.Optional;

/** Private parts of published key packages by KeyPackageRef; opaque bytes of the MLS module. */
public final class KeyPackages {
  private KeyPackages() {}

  public static void put(StoreTransaction transaction, Bytes reference, Bytes privatePart) {
    transaction.put(Table.KEY_PACKAGE, key(reference), privatePart);
  }

  public static Optional<Bytes> find(StoreReader reader, Bytes reference) {
    return reader.get(Table.KEY_PACKAGE, key(reference));
  }

  /** In the transaction that stores the group it led to: it is not to be used again. */
  public static void spend(StoreTransaction transaction, Bytes reference) {
    transaction.remove(Table.KEY_PACKAGE, key(reference));
  }

  private static String key(Bytes reference) {
    return HexFormat.of().formatHex(reference.toArray());
  }
}
