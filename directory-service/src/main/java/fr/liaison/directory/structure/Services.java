package fr.liaison.directory.structure;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The MSSanté mailboxes of a structure's services, as the last import of them listed them: by
 * service, those of none last. An address never goes into a web address: its digest marks a place.
 */
@ApplicationScoped
public class Services {

  /** A mailbox, its service, and its place in the list. */
  record Listed(@Nullable String service, StructureService.ServiceMailbox mailbox, UUID place) {}

  /** The first, or those behind a place; at most so many. */
  List<Listed> of(Transaction transaction, StructureId structure, @Nullable UUID after, int most) {
    String select =
        """
        select service, address, kind, paperless, md5(address)::uuid from mailbox
        where owner = $1 and kind <> 'PER'
        """;
    String order = " order by service is null, coalesce(service, ''), address limit $2";
    return after == null
        ? transaction.rows(Services::listed, select + order, structure.value(), most)
        : transaction.rows(
            Services::listed,
            select
                + """
                  and (service is null, coalesce(service, ''), address) >
                    (select a.service is null, coalesce(a.service, ''), a.address from mailbox a
                     where a.owner = $1 and a.kind <> 'PER' and md5(a.address)::uuid = $3)
                """
                + order,
            structure.value(),
            most,
            after);
  }

  /** Whether that place is still one: an import may have taken the mailbox away. */
  boolean has(Transaction transaction, StructureId structure, UUID place) {
    return transaction
        .first(
            row -> row.getInteger(0),
            "select 1 from mailbox where owner = $1 and kind <> 'PER' and md5(address)::uuid = $2",
            structure.value(),
            place)
        .isPresent();
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getString(0),
        new StructureService.ServiceMailbox(
            row.getString(1), kind(row.getString(2)), row.getBoolean(3)),
        row.getUUID(4));
  }

  private static StructureService.Kind kind(String stored) {
    return switch (stored) {
      case "ORG" -> StructureService.Kind.organisation;
      case "APP" -> StructureService.Kind.application;
      case "CAB" -> StructureService.Kind.practice;
      default -> throw new IllegalStateException("kind of mailbox: " + stored);
    };
  }
}
