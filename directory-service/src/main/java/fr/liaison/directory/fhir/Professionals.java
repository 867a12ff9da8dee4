package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads people by their keys. Programs, which have an entry too, are none. */
@ApplicationScoped
public class Professionals {
  private static final int MOST_MAILBOXES = 2500;

  private final Practitioners practitioners;

  Professionals(Practitioners practitioners) {
    this.practitioners = practitioners;
  }

  /** Of these people those who are active, in the same order. */
  List<Professional> active(Transaction transaction, List<UUID> ids) {
    return read(transaction, ids, true);
  }

  /** This person, whatever became of them. */
  Optional<Professional> one(Transaction transaction, UUID id) {
    return read(transaction, List.of(id), false).stream().findFirst();
  }

  /** Who bears one of these national ids, or bore it before succeeding to another. */
  List<UUID> withNationalIds(Transaction transaction, List<String> nationalIds) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        select id from practitioner where national_id = any($1)
        union select practitioner_id from former_identifier where national_id = any($1)
        """,
        (Object) nationalIds.toArray(String[]::new));
  }

  /** Who has a mailbox of one of these addresses, as they are stored; bounded. */
  List<UUID> withMailboxes(Transaction transaction, List<String> addresses) {
    return transaction.rows(
        row -> row.getUUID(0),
        """
        select distinct p.id from mailbox m join practitioner p on p.national_id = m.owner
        where m.kind = 'PER' and m.address = any($1) limit $2
        """,
        addresses.toArray(String[]::new),
        MOST_MAILBOXES);
  }

  private List<Professional> read(Transaction transaction, List<UUID> ids, boolean activeOnly) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Exercise>> exercises = exercises(transaction, ids, activeOnly);
    List<Practitioner> cards =
        practitioners.detailedInOrder(transaction, ids).stream()
            .filter(card -> exercises.containsKey(card.id()))
            .toList();
    Map<String, List<Practitioner.Mailbox>> mailboxes =
        mailboxes(
            transaction,
            cards.stream()
                .filter(card -> !card.hasDeparted())
                .map(Practitioner::nationalId)
                .toList());
    return cards.stream()
        .map(
            card ->
                new Professional(
                    card,
                    exercises.getOrDefault(card.id(), List.of()),
                    mailboxes.getOrDefault(card.nationalId(), List.of())))
        .toList();
  }

  private static Map<UUID, List<Exercise>> exercises(
      Transaction transaction, List<UUID> ids, boolean activeOnly) {
    Map<UUID, List<Exercise>> found = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select p.id, p.exercises from practitioner p
            where p.id = any($1) and (p.status = 'active' or not $2)
              and not exists (select from software w where w.practitioner_id = p.id)
            """,
            ids.toArray(UUID[]::new),
            activeOnly)
        .forEach(
            row ->
                found.put(
                    row.getUUID(0),
                    Stream.of(row.getDelegate().getArrayOfStrings("exercises"))
                        .map(Exercise::of)
                        .toList()));
    return found;
  }

  private static Map<String, List<Practitioner.Mailbox>> mailboxes(
      Transaction transaction, List<String> nationalIds) {
    Map<String, List<Practitioner.Mailbox>> found = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select owner, address, structure_name, paperless from mailbox
            where owner = any($1) and kind = 'PER' order by owner, address limit $2
            """,
            nationalIds.toArray(String[]::new),
            MOST_MAILBOXES)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.getString("owner"), owner -> new ArrayList<>())
                    .add(
                        new Practitioner.Mailbox(
                            row.getString("address"),
                            row.getString("structure_name"),
                            row.getBoolean("paperless"))));
    return found;
  }
}
