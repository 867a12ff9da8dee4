package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** Table {@code structure_administrator}. */
@ApplicationScoped
class Administrators {
  /** Names an active person; again is no error. Answers false when nobody active has this id. */
  boolean name(
      Transaction transaction,
      StructureIdentifier structure,
      PractitionerId person,
      String accountId,
      OffsetDateTime now) {
    boolean active =
        transaction
            .first(
                row -> row.getUUID(0),
                """
                select id from practitioner p where id = $1 and status = 'active'
                  and not exists (select from software w where w.practitioner_id = p.id)
                for share
                """,
                person.value())
            .isPresent();
    if (active) {
      transaction.update(
          """
          insert into structure_administrator (structure_id, practitioner_id, named_at, named_by)
          values ($1, $2, $3, $4) on conflict do nothing
          """,
          structure.value(),
          person.value(),
          now,
          accountId);
    }
    return active;
  }

  void dismiss(Transaction transaction, StructureIdentifier structure, PractitionerId person) {
    transaction.update(
        "delete from structure_administrator where structure_id = $1 and practitioner_id = $2",
        structure.value(),
        person.value());
  }

  List<Administrator> of(Transaction transaction, StructureIdentifier structure) {
    return transaction.rows(
        row ->
            new Administrator(
                row.getUUID("id"),
                row.getString("given_name"),
                row.getString("family_name"),
                "active".equals(row.getString("status")),
                row.getOffsetDateTime("named_at").toInstant()),
        """
        select p.id, p.given_name, p.family_name, p.status, a.named_at
        from structure_administrator a join practitioner p on p.id = a.practitioner_id
        where a.structure_id = $1 order by a.named_at, p.id
        """,
        structure.value());
  }

  List<StructureIdentifier> structuresOf(Transaction transaction, PractitionerId person) {
    return transaction.rows(
        row -> StructureIdentifier.of(row.getString(0)).orElseThrow(),
        """
        select structure_id from structure_administrator where practitioner_id = $1
        order by named_at, structure_id
        """,
        person.value());
  }

  /** Holds all of them, so that acts in the name of one structure follow each other. */
  boolean holdIsOne(Transaction transaction, StructureIdentifier structure, PractitionerId person) {
    return transaction
        .rows(
            row -> row.getUUID(0),
            """
            select practitioner_id from structure_administrator where structure_id = $1
            order by practitioner_id for update
            """,
            structure.value())
        .contains(person.value());
  }
}
