package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.succession.CarryOver;
import fr.liaison.directory.succession.DecideSuccessions;
import fr.liaison.directory.succession.Evidence;
import fr.liaison.directory.succession.LikelyPair;
import fr.liaison.directory.succession.Rivals;
import fr.liaison.directory.succession.Succession;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Whether somebody new under RPPS is known by an ADELI number: certainly where the source gives
 * that number and one name at least is the same, else on the same names, profession and place.
 * Where that is in doubt, or the ADELI number is still listed, the arrival is left to the next
 * file, which knows everybody. Whose former number is nobody's here is nobody's successor.
 */
@ApplicationScoped
class TopUpSuccessions {
  private final CarryOver carryOver;
  private final Rivals rivals;

  TopUpSuccessions(CarryOver carryOver, Rivals rivals) {
    this.carryOver = carryOver;
    this.rivals = rivals;
  }

  /** How many were carried over, and the numbers of those to be left alone. */
  record Carried(long count, Set<String> heldBack) {}

  Carried carry(Transaction transaction, List<SourcePerson> page, OffsetDateTime now) {
    List<SourcePerson> arriving = arriving(transaction, page);
    if (arriving.isEmpty()) {
      return new Carried(0, Set.of());
    }
    Set<String> heldBack = new HashSet<>();
    List<Succession> certain = new ArrayList<>(byNumber(transaction, arriving, heldBack));
    Set<UUID> taken = new HashSet<>(certain.stream().map(Succession::practitionerId).toList());
    Set<String> settled =
        new HashSet<>(certain.stream().map(one -> one.present().value()).toList());
    settled.addAll(heldBack);
    List<LikelyPair> pairs =
        byPlace(
                transaction,
                arriving.stream()
                    .filter(one -> !settled.contains(one.id().value()))
                    .filter(one -> one.former().isEmpty())
                    .toList(),
                gone(page))
            .stream()
            .filter(pair -> !taken.contains(pair.predecessor()))
            .toList();
    DecideSuccessions.Decision decision = DecideSuccessions.of(rivals.beside(transaction, pairs));
    certain.addAll(decision.certain());
    Set<String> sure = new HashSet<>();
    decision.certain().forEach(one -> sure.add(one.present().value()));
    pairs.stream()
        .map(pair -> pair.candidate().value())
        .filter(number -> !sure.contains(number))
        .forEach(heldBack::add);
    carryOver.carry(transaction, certain, now);
    return new Carried(certain.size(), heldBack);
  }

  /** People under RPPS whom the directory does not know by that number. */
  private static List<SourcePerson> arriving(Transaction transaction, List<SourcePerson> page) {
    List<SourcePerson> rpps =
        page.stream()
            .filter(SourcePerson::isActive)
            .filter(person -> person.id().value().charAt(0) == '8')
            .toList();
    Set<String> known =
        new HashSet<>(
            transaction.rows(
                row -> row.getString(0),
                "select national_id from practitioner where national_id = any($1)",
                (Object) rpps.stream().map(one -> one.id().value()).toArray(String[]::new)));
    return rpps.stream().filter(person -> !known.contains(person.id().value())).toList();
  }

  private static Set<String> gone(List<SourcePerson> page) {
    Set<String> gone = new HashSet<>();
    page.stream()
        .filter(person -> !person.isActive())
        .forEach(person -> gone.add(person.id().value()));
    return gone;
  }

  /** An entry that bears the former number, and whether the person is called like them. */
  private record Bearer(UUID id, boolean sameName) {}

  /**
   * Two entries of one person, two people of one former number, or a number that belongs to
   * somebody of other names, are for an administrator.
   */
  private static List<Succession> byNumber(
      Transaction transaction, List<SourcePerson> arriving, Set<String> heldBack) {
    List<Succession> certain = new ArrayList<>();
    Map<UUID, String> claimed = new HashMap<>();
    for (SourcePerson person : arriving) {
      SourcePerson.Statement said = Objects.requireNonNull(person.statement());
      List<Bearer> bearers =
          transaction.rows(
              row -> new Bearer(row.getUUID(0), row.getBoolean(1)),
              """
              select id, name_key(family_name) = name_key($2)
                or (given_name <> '' and name_key(given_name) = name_key($3))
              from practitioner p where national_id = any($1)
                and not exists (select from entered_here w where w.practitioner_id = p.id)
              order by id for update
              """,
              person.former().stream().map(NationalId::value).toArray(String[]::new),
              said.familyName(),
              said.givenName());
      List<UUID> entries = bearers.stream().map(Bearer::id).toList();
      String number = person.id().value();
      if (bearers.stream().anyMatch(bearer -> !bearer.sameName())) {
        heldBack.add(number);
      } else if (entries.size() > 1
          || (entries.size() == 1 && claimed.containsKey(entries.getFirst()))) {
        heldBack.add(number);
        entries.stream().map(claimed::get).filter(Objects::nonNull).forEach(heldBack::add);
      } else if (entries.size() == 1) {
        claimed.put(entries.getFirst(), number);
        certain.add(new Succession(entries.getFirst(), person.id(), Evidence.FORMER_NUMBER));
      }
    }
    certain.removeIf(one -> heldBack.contains(one.present().value()));
    return certain;
  }

  private static List<LikelyPair> byPlace(
      Transaction transaction, List<SourcePerson> arriving, Set<String> gone) {
    List<LikelyPair> pairs = new ArrayList<>();
    for (SourcePerson person : arriving) {
      SourcePerson.Statement said = Objects.requireNonNull(person.statement());
      pairs.addAll(
          transaction.rows(
              row ->
                  new LikelyPair(
                      row.getUUID(0),
                      person.id(),
                      0,
                      row.getBoolean(3),
                      !row.getString(2).equals("departed") && !gone.contains(row.getString(1)),
                      false),
              """
              select distinct p.id, p.national_id, p.status,
                p.status <> 'departed' or p.departed_at > now() - interval '7 days'
              from situation t join practitioner p on p.id = t.practitioner_id
              join unnest($1::text[], $2::text[], $3::text[]) as s (id, name, postal)
                on t.structure_id = s.id or (t.structure_name = s.name and t.postal_code = s.postal)
              where left(p.national_id, 1) = '0'
                and name_key(p.family_name) = name_key($4)
                and name_key(p.given_name) = name_key($5)
                and (p.status <> 'departed' or p.departed_at > now() - interval '1 year')
                and exists (select from unnest(p.exercises) e
                  where split_part(e, '|', 1) = any($6))
                and not exists (select from entered_here w where w.practitioner_id = p.id)
              """,
              said.places().stream().map(SourcePlace::structureId).toArray(String[]::new),
              said.places().stream().map(SourcePlace::structureName).toArray(String[]::new),
              said.places().stream().map(SourcePlace::postalCode).toArray(String[]::new),
              said.familyName(),
              said.givenName(),
              said.exercises().stream()
                  .map(exercise -> exercise.professionCode())
                  .distinct()
                  .toArray(String[]::new)));
    }
    return pairs;
  }
}
