package fr.liaison.audit.entry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entries, newest first, and the cursor of the page after; absent on the last. */
@Schema(requiredProperties = "items")
public record EntryPage(List<EntryView> items, @Nullable String next) {

  public EntryPage {
    items = List.copyOf(items);
  }
}
