package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.directory.software.Place;
import fr.liaison.directory.software.StructureIdentifier;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of invited people, here and in {@code practitioner}, where others find them. */
@ApplicationScoped
class InvitedPeople {
  private final Revisions revisions;
  private final Clock clock = Clock.systemUTC();

  InvitedPeople(Revisions revisions) {
    this.revisions = revisions;
  }

  /** Writes the entry; empty when another has this national id. */
  Optional<PractitionerId> enter(
      Transaction transaction,
      Invitations.Held held,
      NationalId nationalId,
      Place place,
      OffsetDateTime now) {
    revisions.writing(transaction);
    Invitation invitation = held.invitation();
    Optional<PractitionerId> entered =
        transaction.first(
            row -> new PractitionerId(row.getUUID(0)),
            """
            insert into practitioner (national_id, source, status, family_name, given_name,
              profession_code, profession, exercises, fingerprint)
            values ($1, 'structure', 'active', $2, $3, $4, $5, array[$6], md5($1)::uuid)
            on conflict (national_id) do nothing returning id
            """,
            nationalId.value(),
            invitation.familyName(),
            invitation.givenName(),
            Standing.INVITED_CODE,
            invitation.function(),
            new Exercise(Standing.INVITED_CODE, invitation.function(), null, null).stored());
    entered.ifPresent(id -> enterDetails(transaction, id, held, place, now));
    return entered;
  }

  private static void enterDetails(
      Transaction transaction,
      PractitionerId id,
      Invitations.Held held,
      Place place,
      OffsetDateTime now) {
    transaction.update(
        """
        insert into invited_person (practitioner_id, structure_id, invitation_id, invited_at)
        values ($1, $2, $3, $4)
        """,
        id.value(),
        held.structure().value(),
        held.invitation().id(),
        now);
    transaction.update(
        """
        insert into situation (practitioner_id, position, structure_id, structure_name,
          postal_code, commune, town, sector, profession)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8)
        """,
        id.value(),
        held.structure().value(),
        place.structureName(),
        place.postalCode(),
        place.commune(),
        place.town(),
        place.sector(),
        held.invitation().function());
  }

  /**
   * The account that an accepted invitation made, while no passkey of it is known of and there is
   * time for one: the answer to the acceptance may be had again.
   */
  Optional<String> awaited(Transaction transaction, Invitation invitation, StaffConfig config) {
    Instant acceptedAt = invitation.acceptedAt();
    if (acceptedAt == null
        || !clock
            .instant()
            .isBefore(invitation.usableUntil(acceptedAt, config.leastForPasskey()))) {
      return Optional.empty();
    }
    return transaction.first(
        row -> row.getString(0),
        """
        select a.account_id from invited_person i
        join practitioner p on p.id = i.practitioner_id
        join account a on a.practitioner_id = p.id
        where i.invitation_id = $1 and i.sealed_at is null and p.status = 'active'
        """,
        invitation.id());
  }

  /** Holds the entry if it is one of this structure's invited people. */
  boolean hold(Transaction transaction, StructureIdentifier structure, PractitionerId id) {
    return transaction
        .first(
            row -> row.getUUID(0),
            """
            select p.id from invited_person i join practitioner p on p.id = i.practitioner_id
            where i.practitioner_id = $1 and i.structure_id = $2 for update of p
            """,
            id.value(),
            structure.value())
        .isPresent();
  }

  /** Marks them as departed unless they are; answers whether it did. */
  boolean depart(Transaction transaction, PractitionerId id, OffsetDateTime now) {
    revisions.writing(transaction);
    return transaction.update(
            """
            update practitioner set status = 'departed', departed_at = $2, last_listed = $3,
              revision = nextval('practitioner_revision')
            where id = $1 and status <> 'departed'
            """,
            id.value(),
            now,
            now.toLocalDate())
        == 1;
  }

  /** Marks those who registered no passkey in time. */
  void lapse(Transaction transaction, PractitionerId id, OffsetDateTime now) {
    transaction.update(
        "update invited_person set lapsed_at = $2 where practitioner_id = $1", id.value(), now);
  }

  List<InvitedPerson> of(Transaction transaction, StructureIdentifier structure) {
    Map<UUID, List<InvitedPerson.HeldDevice>> devices = devices(transaction, structure);
    return transaction.rows(
        row -> person(row, devices.getOrDefault(row.getUUID("id"), List.of())),
        """
        select p.*, i.invited_at,
          case when i.lapsed_at is not null then 'lapsed'
               when p.status <> 'active' then p.status
               when i.sealed_at is null then 'invited' else 'active' end as state
        from invited_person i join practitioner p on p.id = i.practitioner_id
        where i.structure_id = $1 order by p.family_name, p.given_name, p.id
        """,
        structure.value());
  }

  private static Map<UUID, List<InvitedPerson.HeldDevice>> devices(
      Transaction transaction, StructureIdentifier structure) {
    Map<UUID, List<InvitedPerson.HeldDevice>> byPerson = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select d.* from invited_person i join device d using (practitioner_id)
            where i.structure_id = $1 order by d.enrolled_at, d.id
            """,
            structure.value())
        .forEach(
            row ->
                byPerson
                    .computeIfAbsent(row.getUUID("practitioner_id"), id -> new ArrayList<>())
                    .add(device(row)));
    return byPerson;
  }

  private static InvitedPerson.HeldDevice device(Row row) {
    OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
    return new InvitedPerson.HeldDevice(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("status"),
        row.getOffsetDateTime("enrolled_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        revoked == null ? null : revoked.toInstant(),
        row.getLocalDate("last_used_on"));
  }

  private static InvitedPerson person(Row row, List<InvitedPerson.HeldDevice> devices) {
    return new InvitedPerson(
        row.getUUID("id"),
        row.getString("national_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("profession"),
        InvitedPerson.State.valueOf(row.getString("state")),
        row.getOffsetDateTime("invited_at").toInstant(),
        devices);
  }
}
