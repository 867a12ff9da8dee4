package fr.liaison.client.device;

import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredJson;
import fr.liaison.client.store.Table;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who this store is: a device, its key, the chain that certifies it, and the root pinned when it
 * was enrolled. Prints only the id.
 */
public record EnrolledDevice(
    DeviceId id,
    PractitionerId practitioner,
    Bytes publicKey,
    Bytes seed,
    List<Bytes> certificateChain,
    Bytes rootCertificate,
    Instant expiresAt) {
  private static final String SELF = "self";

  public static Optional<EnrolledDevice> load(StoreReader reader) {
    return reader
        .get(Table.DEVICE, SELF)
        .map(bytes -> StoredJson.read(bytes, EnrolledDevice.class));
  }

  void save(StoreTransaction transaction) {
    transaction.put(Table.DEVICE, SELF, StoredJson.write(this));
  }

  public static void forget(StoreTransaction transaction) {
    transaction.remove(Table.DEVICE, SELF);
  }

  /** The same device and key with another certificate. */
  public EnrolledDevice certified(List<Bytes> chain, Instant until) {
    return new EnrolledDevice(id, practitioner, publicKey, seed, chain, rootCertificate, until);
  }

  public DeviceKey key() {
    return DeviceKey.restore(publicKey, seed);
  }

  @Override
  public String toString() {
    return "EnrolledDevice[" + id + "]";
  }
}
