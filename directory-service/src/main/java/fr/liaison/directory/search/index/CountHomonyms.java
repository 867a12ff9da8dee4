package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Counts whom one could take for a person: in this instance's index, or in the table while there is
 * none, since nobody should have to wait for it to write a first message.
 */
@ApplicationScoped
public class CountHomonyms {
  private final DirectoryIndex index;
  private final NamesakesInTable table;
  private final Database database;

  CountHomonyms(DirectoryIndex index, NamesakesInTable table, Database database) {
    this.index = index;
    this.table = table;
    this.database = database;
  }

  public Homonyms of(Practitioner person) {
    Query sameName = sameName(person);
    return index
        .trySearch(
            searcher -> {
              int total = searcher.count(sameName);
              return total == 0
                  ? new Homonyms(0, 0, 0)
                  : new Homonyms(
                      total,
                      searcher.count(within(sameName, departments(person))),
                      searcher.count(within(sameName, towns(person))));
            })
        .orElseGet(() -> database.read(transaction -> table.count(transaction, person)));
  }

  private static Query sameName(Practitioner person) {
    return new BooleanQuery.Builder()
        .add(
            NameQuery.exactly(
                SearchWords.of(person.familyName()), SearchWords.of(person.givenName())),
            Occur.FILTER)
        .add(new TermQuery(new Term(Field.ID, PersonDocument.id(person.id()))), Occur.MUST_NOT)
        .build();
  }

  private static List<Query> departments(Practitioner person) {
    return person.situations().stream()
        .flatMap(place -> Department.of(place.postalCode()).stream())
        .distinct()
        .<Query>map(number -> new TermQuery(new Term(Field.DEPARTMENT, number)))
        .toList();
  }

  private static List<Query> towns(Practitioner person) {
    return person.situations().stream().flatMap(place -> town(place).stream()).toList();
  }

  private static Optional<Query> town(Practitioner.Situation place) {
    String town = place.town();
    List<String> words = town == null ? List.of() : SearchWords.of(town);
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(NameQuery.townOf(words, place.postalCode()));
  }

  /** Nobody, where no place is known. */
  private static Query within(Query sameName, List<Query> places) {
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
    places.forEach(place -> anywhere.add(place, Occur.SHOULD));
    return new BooleanQuery.Builder()
        .add(sameName, Occur.FILTER)
        .add(anywhere.build(), Occur.FILTER)
        .build();
  }
}
