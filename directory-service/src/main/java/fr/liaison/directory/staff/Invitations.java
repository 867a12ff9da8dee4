package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.database.Transaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code invitation}. */
@ApplicationScoped
class Invitations {
  private static final int MOST_SHOWN = 500;

  private static final String ROW =
      """
      select * from (
        select i.*, case
          when i.accepted_at is not null then 'accepted'
          when i.withdrawn_at is not null or not exists (
            select from structure_administrator a join practitioner p on p.id = a.practitioner_id
            where a.structure_id = i.structure_id and p.id = i.created_by and p.status = 'active')
            then 'withdrawn'
          when i.expires_at <= now() then 'expired'
          else 'open' end as status
        from invitation i) invitation
      """;

  /** An invitation with what its acceptance needs. */
  record Held(Invitation invitation, StructureIdentifier structure, String username) {}

  void add(
      Transaction transaction,
      UUID id,
      RequireAdministrator.Authority authority,
      Invitee invitee,
      InvitationToken token,
      OffsetDateTime now,
      OffsetDateTime end) {
    transaction.update(
        """
        insert into invitation (id, structure_id, given_name, family_name, function, email,
          username, token_digest, created_at, created_by, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        id,
        authority.structure().value(),
        invitee.givenName(),
        invitee.familyName(),
        invitee.function(),
        invitee.email(),
        // Keycloak compares user names without case.
        "invited-" + id,
        Buffer.buffer(token.digest()),
        now,
        authority.administrator().value(),
        end);
  }

  Optional<Invitation> find(Transaction transaction, UUID id, StructureIdentifier structure) {
    return transaction.first(
        Invitations::invitation,
        ROW + "where id = $1 and structure_id = $2",
        id,
        structure.value());
  }

  List<Invitation> of(Transaction transaction, StructureIdentifier structure) {
    return transaction.rows(
        Invitations::invitation,
        ROW + "where structure_id = $1 order by created_at desc, id desc limit $2",
        structure.value(),
        MOST_SHOWN);
  }

  long open(Transaction transaction, StructureIdentifier structure) {
    return transaction
        .first(
            row -> row.getLong(0),
            "select count(*) from (" + ROW + ") o where structure_id = $1 and status = 'open'",
            structure.value())
        .orElseThrow();
  }

  /** Unless it was accepted before; answers whether there is no such invitation to accept now. */
  boolean withdraw(
      Transaction transaction, UUID id, StructureIdentifier structure, OffsetDateTime now) {
    return transaction.update(
            """
            update invitation set withdrawn_at = coalesce(withdrawn_at, $3), email = null
            where id = $1 and structure_id = $2 and accepted_at is null
            """,
            id,
            structure.value(),
            now)
        == 1;
  }

  /** Holds the row, then reads where it stands: of two acceptances at once the second waits. */
  Optional<Held> hold(Transaction transaction, InvitationToken token) {
    transaction.first(
        row -> row.getUUID(0),
        "select id from invitation where token_digest = $1 for update",
        Buffer.buffer(token.digest()));
    return find(transaction, token);
  }

  Optional<Held> find(Transaction transaction, InvitationToken token) {
    return transaction.first(
        row ->
            new Held(
                invitation(row),
                StructureIdentifier.of(row.getString("structure_id")).orElseThrow(),
                row.getString("username")),
        ROW + "where token_digest = $1",
        Buffer.buffer(token.digest()));
  }

  void accepted(Transaction transaction, UUID id, OffsetDateTime now) {
    transaction.update(
        "update invitation set accepted_at = $2, email = null where id = $1", id, now);
  }

  /** The name of who invited. */
  String maker(Transaction transaction, Invitation invitation) {
    return transaction
        .first(
            row -> row.getString(0),
            "select given_name || ' ' || family_name from practitioner where id = $1",
            invitation.createdBy())
        .orElseThrow();
  }

  /** The open links that one person made for one structure. */
  void withdrawFor(
      Transaction transaction,
      StructureIdentifier structure,
      PractitionerId maker,
      OffsetDateTime now) {
    transaction.update(
        """
        update invitation set withdrawn_at = $3, email = null
        where structure_id = $1 and created_by = $2 and accepted_at is null
          and withdrawn_at is null and expires_at > $3
        """,
        structure.value(),
        maker.value(),
        now);
  }

  private static Invitation invitation(Row row) {
    OffsetDateTime accepted = row.getOffsetDateTime("accepted_at");
    return new Invitation(
        row.getUUID("id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("function"),
        row.getString("email"),
        Invitation.Status.valueOf(row.getString("status")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getUUID("created_by"),
        row.getOffsetDateTime("expires_at").toInstant(),
        accepted == null ? null : accepted.toInstant());
  }
}
