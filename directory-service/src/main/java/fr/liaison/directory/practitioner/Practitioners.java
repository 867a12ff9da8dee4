package fr.liaison.directory.practitioner;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads practitioners. Written by the register import, and for programs by those who vouch for
 * them.
 */
@ApplicationScoped
public class Practitioners {
  private static final String DATE_IN_FORCE =
      """
      (select i.register_date from register_import i where i.outcome = 'accepted'
       order by i.started_at desc, i.id desc limit 1)
      """;
  private static final String CARD =
      """
      select p.id, p.national_id, p.given_name, p.family_name, p.civility, p.profession_code,
        p.profession, p.savoir_faire_code, p.savoir_faire, p.status, p.source,
        coalesce(p.last_listed, %s) as register_date,
        p.status = 'active' and exists (
          select from device d where d.practitioner_id = p.id and d.status = 'active'
            and d.expires_at > now()) as reachable
      from practitioner p
      """
          .formatted(DATE_IN_FORCE);

  /** The day of the register in force; empty before the first accepted import. */
  public Optional<LocalDate> registerDate(Transaction transaction) {
    return transaction.rows(row -> row.getLocalDate(0), "select " + DATE_IN_FORCE).stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  public Optional<Practitioner> find(Transaction transaction, PractitionerId id) {
    return cards(transaction, CARD + "where p.id = $1", id.value()).stream().findFirst();
  }

  /** The person, not program, with this national id. */
  public Optional<Practitioner> findPerson(Transaction transaction, NationalId nationalId) {
    return cards(
            transaction,
            CARD
                + """
                where p.national_id = $1
                  and not exists (select from software w where w.practitioner_id = p.id)
                """,
            nationalId.value())
        .stream()
        .findFirst();
  }

  /** The entry of the program that logs in with this client id. */
  public Optional<Practitioner> findProgram(Transaction transaction, String clientId) {
    return cards(
            transaction,
            CARD + "join software w on w.practitioner_id = p.id where w.client_id = $1",
            clientId)
        .stream()
        .findFirst();
  }

  /** The cards of these ids, in the same order. */
  public List<Practitioner> inOrder(Transaction transaction, List<UUID> ids) {
    Map<UUID, Practitioner> byId = new HashMap<>();
    cards(transaction, CARD + "where p.id = any($1)", (Object) ids.toArray(UUID[]::new))
        .forEach(card -> byId.put(card.id(), card));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private List<Practitioner> cards(Transaction transaction, String sql, Object argument) {
    List<Row> rows = transaction.rows(row -> row, sql, argument);
    Map<UUID, List<Practitioner.Situation>> situations = new HashMap<>();
    rows.forEach(row -> situations.put(row.getUUID("id"), new ArrayList<>()));
    transaction
        .rows(
            row -> row,
            """
            select practitioner_id, structure_id, structure_name, postal_code, town, sector,
              profession
            from situation where practitioner_id = any($1) order by practitioner_id, position
            """,
            (Object) situations.keySet().toArray(UUID[]::new))
        .forEach(
            row ->
                Objects.requireNonNull(situations.get(row.getUUID("practitioner_id")))
                    .add(situation(row)));
    return rows.stream()
        .map(row -> card(row, Objects.requireNonNull(situations.get(row.getUUID("id")))))
        .toList();
  }

  private static Practitioner card(Row row, List<Practitioner.Situation> situations) {
    return new Practitioner(
        row.getUUID("id"),
        row.getString("national_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("civility"),
        row.getString("profession_code"),
        row.getString("profession"),
        row.getString("savoir_faire_code"),
        row.getString("savoir_faire"),
        List.copyOf(situations),
        Practitioner.RegisterStatus.valueOf(row.getString("status")),
        row.getLocalDate("register_date"),
        Practitioner.Source.valueOf(row.getString("source")),
        row.getBoolean("reachable"));
  }

  private static Practitioner.Situation situation(Row row) {
    return new Practitioner.Situation(
        row.getString("structure_id"),
        row.getString("structure_name"),
        row.getString("postal_code"),
        row.getString("town"),
        row.getString("sector"),
        row.getString("profession"));
  }
}
