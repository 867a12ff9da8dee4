package fr.liaison.directory.match;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds active people, no programs, by national id and by MSSanté mailbox of their own. Mailboxes
 * of the red list are not in the table, so they answer like those nobody has.
 */
@ApplicationScoped
public class KnownIdentifiers {
  /** Who has which identifier. */
  record Owners(Map<String, UUID> byNationalId, Map<String, Set<UUID>> byMailbox) {}

  private record Owner(String identifier, UUID person) {}

  Owners of(Transaction transaction, List<WantedPerson> wanted) {
    Map<String, UUID> byNationalId = new HashMap<>();
    owners(
            transaction,
            """
            select p.national_id, p.id from practitioner p
            where p.national_id = any($1) and p.status = 'active'
              and not exists (select from software w where w.practitioner_id = p.id)
            """,
            stated(wanted, WantedPerson::nationalId))
        .forEach(owner -> byNationalId.put(owner.identifier(), owner.person()));
    Map<String, Set<UUID>> byMailbox = new HashMap<>();
    owners(
            transaction,
            """
            select m.address, p.id from mailbox m join practitioner p on p.national_id = m.owner
            where m.address = any($1) and m.kind = 'PER' and p.status = 'active'
            """,
            stated(wanted, WantedPerson::mssante))
        .forEach(
            owner ->
                byMailbox
                    .computeIfAbsent(owner.identifier(), address -> new TreeSet<>())
                    .add(owner.person()));
    return new Owners(byNationalId, byMailbox);
  }

  private static Collection<Owner> owners(
      Transaction transaction, String sql, List<String> identifiers) {
    return identifiers.isEmpty()
        ? List.of()
        : transaction.rows(
            row -> new Owner(row.getString(0), row.getUUID(1)),
            sql,
            (Object) identifiers.toArray(String[]::new));
  }

  private static List<String> stated(
      List<WantedPerson> wanted, Function<WantedPerson, @Nullable String> part) {
    return wanted.stream().map(part).filter(Objects::nonNull).distinct().toList();
  }
}
