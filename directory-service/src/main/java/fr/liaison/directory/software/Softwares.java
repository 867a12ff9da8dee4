package fr.liaison.directory.software;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of programs, here and in {@code practitioner}, where people find them. */
@ApplicationScoped
public class Softwares {
  /** Stands before the name, where a person's given name would. */
  private static final String GIVEN_NAME = "Logiciel";

  private static final String PROFESSION_CODE = "LOGICIEL";

  private static final String ROW =
      """
      select p.id, w.client_id, p.family_name, w.structure_id, p.national_id, p.status, w.vouched_at
      from software w join practitioner p on p.id = w.practitioner_id
      """;

  private final Revisions revisions;

  Softwares(Revisions revisions) {
    this.revisions = revisions;
  }

  Optional<Software> find(Transaction transaction, String clientId) {
    return transaction.first(Softwares::software, ROW + "where w.client_id = $1", clientId);
  }

  Optional<Software> find(Transaction transaction, PractitionerId id) {
    return transaction.first(Softwares::software, ROW + "where p.id = $1", id.value());
  }

  List<Software> all(Transaction transaction) {
    return transaction.rows(Softwares::software, ROW + "order by p.family_name, w.client_id");
  }

  /** Where somebody of the register practises at this structure: its name, postal code and town. */
  public Optional<Place> placeOf(Transaction transaction, StructureIdentifier structure) {
    return transaction.first(
        row ->
            new Place(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4)),
        """
        select t.structure_name, t.postal_code, t.commune, t.town, t.sector
        from situation t join practitioner p on p.id = t.practitioner_id
        where t.structure_id = $1 and p.source = 'register' and p.status = 'active'
        order by p.id, t.position limit 1
        """,
        structure.value());
  }

  /**
   * Writes or rewrites the entry, active; answers its id and whether it had departed. Empty when
   * the entry is that of a person, which stays as it is.
   */
  Optional<Kept> keep(Transaction transaction, Voucher voucher, Place place, OffsetDateTime now) {
    revisions.writing(transaction);
    Optional<Kept> kept = keepEntry(transaction, voucher);
    kept.ifPresent(one -> keepDetails(transaction, one.id().value(), voucher, place, now));
    return kept;
  }

  private static Optional<Kept> keepEntry(Transaction transaction, Voucher voucher) {
    return transaction.first(
        row ->
            new Kept(
                new PractitionerId(row.getUUID("id")), "departed".equals(row.getString("former"))),
        """
        insert into practitioner (national_id, source, status, family_name, given_name,
          profession_code, profession, exercises, fingerprint)
        values ($1, 'structure', 'active', $2, $3, $4, $3, array[$5], md5($1)::uuid)
        on conflict (national_id) do update set status = 'active',
          family_name = excluded.family_name, revision = excluded.revision,
          last_listed = null, departed_at = null
        where exists (select from software w where w.practitioner_id = practitioner.id)
        returning new.id as id, old.status as former
        """,
        voucher.nationalId().value(),
        voucher.name(),
        GIVEN_NAME,
        PROFESSION_CODE,
        new Exercise(PROFESSION_CODE, GIVEN_NAME, null, null).stored());
  }

  private static void keepDetails(
      Transaction transaction, UUID id, Voucher voucher, Place place, OffsetDateTime now) {
    transaction.update(
        """
        insert into software (practitioner_id, client_id, structure_id, vouched_at)
        values ($1, $2, $3, $4)
        on conflict (practitioner_id) do update set vouched_at = excluded.vouched_at
        """,
        id,
        voucher.clientId(),
        voucher.structure().value(),
        now);
    transaction.update("delete from situation where practitioner_id = $1", id);
    transaction.update(
        """
        insert into situation (practitioner_id, position, structure_id, structure_name,
          postal_code, commune, town, sector, profession)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8)
        """,
        id,
        voucher.structure().value(),
        place.structureName(),
        place.postalCode(),
        place.commune(),
        place.town(),
        place.sector(),
        GIVEN_NAME);
  }

  /** Marks it as departed unless it is; answers whether it did. */
  boolean depart(Transaction transaction, PractitionerId id, OffsetDateTime now) {
    revisions.writing(transaction);
    return transaction.update(
            """
            update practitioner set status = 'departed', departed_at = $2, last_listed = $3,
              revision = nextval('practitioner_revision')
            where id = $1 and status = 'active'
            """,
            id.value(),
            now,
            now.toLocalDate())
        == 1;
  }

  private static Software software(Row row) {
    return new Software(
        row.getUUID("id"),
        row.getString("client_id"),
        row.getString("family_name"),
        row.getString("structure_id"),
        row.getString("national_id"),
        Software.Status.valueOf(row.getString("status")),
        row.getOffsetDateTime("vouched_at").toInstant());
  }
}
