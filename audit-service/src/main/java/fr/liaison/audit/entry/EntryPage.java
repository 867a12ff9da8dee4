package fr.liaison.audit.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries, newest first, and the cursor of the page after; absent on the last. */
public record EntryPage(List<EntryView> items, @Nullable String next) {

  public EntryPage {
    items = List.copyOf(items);
  }
}
