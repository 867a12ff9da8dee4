package fr.liaison.directory.practitioner;

import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads practitioners. Written by the register import, and for programs by those who vouch for
 * them.
 */
@ApplicationScoped
public class Practitioners {
  private static final String DATE_IN_FORCE =
      """
      (select i.register_date from register_import i
       where i.outcome = 'accepted' and i.kind = 'register'
       order by i.started_at desc, i.id desc limit 1)
      """;

  /** The suspended look like people without a device: why they are silent is not for others. */
  private static final String CARD = cardWith("");

  private static final String DETAILED_CARD =
      cardWith(
          """
          , (select d.entries from skill_set d where d.practitioner_id = p.id) as skills,
            (select d.entries from qualification_set d where d.practitioner_id = p.id)
              as qualifications
          """);

  /** Published sets are far smaller; a card stays one whatever a file says. */
  private static final int MOST_DETAILS = 100;

  private static String cardWith(String more) {
    return """
      select p.id, p.national_id, p.given_name, p.family_name, p.civility, p.profession_code,
        p.profession, p.savoir_faire_code, p.savoir_faire, p.exercises, p.source,
        case p.status when 'departed' then p.status else 'active' end as status,
        coalesce(p.last_listed, %s) as register_date,
        p.status = 'active' and exists (
          select from device d where d.practitioner_id = p.id and d.status = 'active'
            and d.expires_at > now()) as reachable,
        t.position, t.structure_id, t.structure_name, t.postal_code, t.town, t.sector,
        t.profession as practised%s
      from practitioner p left join situation t on t.practitioner_id = p.id
      """
        .formatted(DATE_IN_FORCE, more);
  }

  /** The day of the register in force; empty before the first accepted import. */
  public Optional<LocalDate> registerDate(Transaction transaction) {
    return transaction.rows(row -> row.getLocalDate(0), "select " + DATE_IN_FORCE).stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  public Optional<Practitioner> find(Transaction transaction, PractitionerId id) {
    return cards(transaction, CARD + "where p.id = $1", id.value()).stream().findFirst();
  }

  /**
   * The same with skills and qualifications, unless the person departed; in one statement, so that
   * they are of the register that the rest of the card is of.
   */
  public Optional<Practitioner> findDetailed(Transaction transaction, PractitionerId id) {
    return rows(transaction, DETAILED_CARD + "where p.id = $1", id.value()).values().stream()
        .map(Practitioners::detailedCard)
        .findFirst();
  }

  /** The cards of these ids with skills and qualifications, in the same order. */
  public List<Practitioner> detailedInOrder(Transaction transaction, List<UUID> ids) {
    Map<UUID, List<Row>> byId =
        rows(transaction, DETAILED_CARD + "where p.id = any($1)", ids.toArray(UUID[]::new));
    return ids.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .map(Practitioners::detailedCard)
        .toList();
  }

  private static Practitioner detailedCard(List<Row> rows) {
    Practitioner card = card(rows);
    return card.hasDeparted()
        ? card
        : card.with(
            details(rows.getFirst(), "skills").map(Skill::of).toList(),
            details(rows.getFirst(), "qualifications").map(Qualification::of).toList());
  }

  private static Stream<String> details(Row row, String column) {
    return Stream.ofNullable(row.getDelegate().getArrayOfStrings(column))
        .flatMap(Stream::of)
        .limit(MOST_DETAILS);
  }

  /** The person, not program, whose national id this is or was. */
  public Optional<Practitioner> findPerson(Transaction transaction, NationalId nationalId) {
    return cards(
            transaction,
            CARD
                + """
                where p.id = coalesce(
                    (select n.id from practitioner n where n.national_id = $1),
                    (select f.practitioner_id from former_identifier f where f.national_id = $1))
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
    return rows(transaction, sql, argument).values().stream().map(Practitioners::card).toList();
  }

  /** One statement, so that a card is of one register even while another takes its place. */
  private static Map<UUID, List<Row>> rows(Transaction transaction, String sql, Object argument) {
    Map<UUID, List<Row>> people = new LinkedHashMap<>();
    transaction
        .rows(row -> row, sql + " order by p.id, t.position", argument)
        .forEach(
            row -> people.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>()).add(row));
    return people;
  }

  /** Rows of one person, one for each place; a single one for somebody without any. */
  private static Practitioner card(List<Row> rows) {
    List<Exercise> exercises =
        Stream.of(rows.getFirst().getDelegate().getArrayOfStrings("exercises"))
            .map(Exercise::of)
            .toList();
    List<Practitioner.Situation> situations =
        rows.stream()
            .filter(row -> row.getValue("position") != null)
            .map(row -> situation(row, exercises))
            .toList();
    return card(rows.getFirst(), exercises, situations);
  }

  private static Practitioner card(
      Row row, List<Exercise> exercises, List<Practitioner.Situation> situations) {
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
        situations,
        Practitioner.RegisterStatus.valueOf(row.getString("status")),
        row.getLocalDate("register_date"),
        Practitioner.Source.valueOf(row.getString("source")),
        row.getBoolean("reachable"),
        null,
        null,
        null,
        null,
        Exercise.categoryOf(exercises, row.getString("profession_code")));
  }

  private static Practitioner.Situation situation(Row row, List<Exercise> exercises) {
    return new Practitioner.Situation(
        row.getString("structure_id"),
        row.getString("structure_name"),
        row.getString("postal_code"),
        row.getString("town"),
        row.getString("sector"),
        row.getString("practised"),
        Exercise.categoryAs(exercises, row.getString("practised")));
  }
}
