package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Counts active people of the same name without the index: dearer, and only while there is none.
 * The table is asked for names that begin with the same letter, in whatever case and with whatever
 * accent, and are of about the same length; the words of a name then decide, as in the index.
 */
@ApplicationScoped
public class NamesakesInTable {
  /** As far as the letters of European languages with Latin script go. */
  private static final int LAST_LETTER = 0x24F;

  /** What ligatures, apostrophes and doubled spaces can make of a length. */
  private static final int SLACK = 3;

  /**
   * The most frequent name of the country is borne by fewer; whoever is spelt alike comes first.
   */
  private static final int MOST = 5000;

  private record Named(UUID id, String familyName, String givenName) {}

  private record At(String postalCode, String town) {}

  Homonyms count(Transaction transaction, Practitioner person) {
    List<UUID> namesakes =
        candidates(transaction, person).stream()
            .filter(one -> !one.id().equals(person.id()) && isNamesake(one, person))
            .map(Named::id)
            .toList();
    if (namesakes.isEmpty()) {
      return new Homonyms(0, 0, 0);
    }
    Set<UUID> sameDepartment = new HashSet<>();
    Set<UUID> sameTown = new HashSet<>();
    places(transaction, namesakes)
        .forEach(
            (id, places) -> {
              if (places.stream().anyMatch(at -> isNear(at, person))) {
                sameDepartment.add(id);
              }
              if (places.stream().anyMatch(at -> isInTown(at, person))) {
                sameTown.add(id);
              }
            });
    return new Homonyms(namesakes.size(), sameDepartment.size(), sameTown.size());
  }

  private static List<Named> candidates(Transaction transaction, Practitioner person) {
    return transaction.rows(
        row -> new Named(row.getUUID(0), row.getString(1), row.getString(2)),
        """
        select p.id, p.family_name, p.given_name
        from unnest($1::text[]) as b (letter)
        join practitioner p on p.family_name collate "C" >= b.letter
          and p.family_name collate "C" < b.letter || chr(1114111)
        where p.status = 'active'
          and abs(char_length(p.family_name) - $2::integer) <= $5::integer
          and abs(char_length(p.given_name) - $3::integer) <= $5::integer
          and left(p.given_name, 1) = any($4::text[])
        order by lower(p.family_name) = lower($7) and lower(p.given_name) = lower($8) desc
        limit $6
        """,
        beginnings(person.familyName()),
        person.familyName().length(),
        person.givenName().length(),
        beginnings(person.givenName()),
        SLACK,
        MOST,
        person.familyName(),
        person.givenName());
  }

  /** Every letter with which this name may begin elsewhere, and the one it begins with. */
  private static String[] beginnings(String name) {
    List<String> words = SearchWords.of(name);
    if (words.isEmpty()) {
      return new String[0];
    }
    String first = words.getFirst().substring(0, 1);
    Set<String> all = new HashSet<>();
    all.add(name.substring(0, name.offsetByCodePoints(0, 1)));
    IntStream.rangeClosed('A', LAST_LETTER)
        .mapToObj(Character::toString)
        .filter(letter -> SearchWords.of(letter).stream().anyMatch(word -> word.startsWith(first)))
        .forEach(all::add);
    return all.toArray(String[]::new);
  }

  private static boolean isNamesake(Named one, Practitioner person) {
    return SearchWords.of(one.familyName()).equals(SearchWords.of(person.familyName()))
        && SearchWords.of(one.givenName()).equals(SearchWords.of(person.givenName()));
  }

  private static Map<UUID, List<At>> places(Transaction transaction, List<UUID> people) {
    Map<UUID, List<At>> places = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select practitioner_id, postal_code, town from situation
            where practitioner_id = any($1)
            """,
            (Object) people.toArray(UUID[]::new))
        .forEach(
            row ->
                places
                    .computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                    .add(
                        new At(
                            Objects.requireNonNullElse(row.getString(1), ""),
                            Objects.requireNonNullElse(row.getString(2), ""))));
    return places;
  }

  private static boolean isNear(At at, Practitioner person) {
    return Department.of(at.postalCode()).stream()
        .anyMatch(
            department ->
                person.situations().stream()
                    .flatMap(own -> Department.of(own.postalCode()).stream())
                    .anyMatch(department::equals));
  }

  /** The town's words in its department: there is a Saint-Denis in many. */
  private static boolean isInTown(At at, Practitioner person) {
    List<String> words = SearchWords.of(at.town());
    return person.situations().stream()
        .filter(own -> own.town() != null)
        .filter(own -> Department.of(own.postalCode()).equals(Department.of(at.postalCode())))
        .map(own -> SearchWords.of(Objects.requireNonNullElse(own.town(), "")))
        .anyMatch(own -> !own.isEmpty() && words.containsAll(own));
  }
}
