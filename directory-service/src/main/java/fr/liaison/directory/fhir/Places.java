package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.MailboxAddress;
import fr.liaison.directory.search.index.FoundStructure;
import fr.liaison.directory.search.index.IndexedStructures;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads structures where somebody practises, by their identifiers. */
@ApplicationScoped
public class Places {
  private static final int MOST_MAILBOXES = 2500;
  private static final int MOST_WITH_ONE_ADDRESS = 100;

  private final IndexedStructures structures;

  Places(IndexedStructures structures) {
    this.structures = structures;
  }

  /** In the same order; those whose identifier cannot be an id in FHIR are left out. */
  List<Place> of(Transaction transaction, Collection<String> structureIds) {
    List<String> ids = structureIds.stream().filter(Place::canBeId).distinct().toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, FoundStructure> found = new HashMap<>();
    structures.of(transaction, ids).forEach(one -> found.put(one.id(), one));
    Map<String, List<Place.Mailbox>> mailboxes = mailboxes(transaction, ids);
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(one -> new Place(one, mailboxes.getOrDefault(one.id(), List.of())))
        .toList();
  }

  /** Which have a mailbox of that whole address; bounded, and none where it is no address. */
  List<String> withMailbox(Transaction transaction, String stated) {
    return MailboxAddress.of(stated)
        .map(
            address ->
                transaction.rows(
                    row -> row.getString(0),
                    """
                    select distinct owner from mailbox
                    where address = $1 and kind <> 'PER' order by owner limit $2
                    """,
                    address,
                    MOST_WITH_ONE_ADDRESS))
        .orElse(List.of());
  }

  private static Map<String, List<Place.Mailbox>> mailboxes(
      Transaction transaction, List<String> ids) {
    Map<String, List<Place.Mailbox>> found = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select owner, address, kind from mailbox
            where owner = any($1) and kind <> 'PER' order by owner, address limit $2
            """,
            ids.toArray(String[]::new),
            MOST_MAILBOXES)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.getString("owner"), owner -> new ArrayList<>())
                    .add(new Place.Mailbox(row.getString("address"), row.getString("kind"))));
    return found;
  }
}
