package fr.liaison.audit.binding;

import fr.liaison.contracts.json.Bytes;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Bindings, newest first, all proven against one checkpoint; the hashes that show this checkpoint
 * to extend the tree size the caller knows; and the cursor of the page after, absent on the last.
 */
@Schema(
    name = "DeviceBindingPage",
    requiredProperties = {"checkpoint", "consistency", "items"})
public record BindingPage(
    String checkpoint, List<Bytes> consistency, List<Item> items, @Nullable Long next) {

  public BindingPage {
    consistency = List.copyOf(consistency);
    items = List.copyOf(items);
  }

  /** A place in the log and a C2SP tlog-proof file that opens the entry there. */
  @Schema(
      name = "DeviceBinding",
      requiredProperties = {"index", "proof"})
  public record Item(long index, String proof) {}
}
