package fr.liaison.client.api;

import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of devices, newest first: tlog-proof files against one checkpoint, and the
 * hashes that show it to extend the tree asked with. To be verified, not believed.
 */
public record DeviceBindings(
    String checkpoint, List<Bytes> consistency, List<Item> items, @Nullable Long next) {

  /** JSON can leave out what the types promise; what is left then verifies as nothing. */
  public DeviceBindings {
    checkpoint = Objects.requireNonNullElse(checkpoint, "");
    consistency = present(consistency);
    items = present(items);
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  /** A place in the log and the proof of what stands there. */
  public record Item(long index, String proof) {
    public Item {
      proof = Objects.requireNonNullElse(proof, "");
    }
  }
}
