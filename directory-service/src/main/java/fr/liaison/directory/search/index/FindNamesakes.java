package fr.liaison.directory.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds active people by a whole name, in this instance's index. */
@ApplicationScoped
public class FindNamesakes {
  private static final Wanted.Filters NO_FILTER =
      new Wanted.Filters(null, null, null, null, null, null, false, false);

  private final DirectoryIndex index;

  FindNamesakes(DirectoryIndex index) {
    this.index = index;
  }

  /** Words of both names, and of a place or none. Prints nothing of it. */
  public record Namesake(
      List<String> familyName,
      List<String> givenName,
      @Nullable String postalCode,
      List<String> town) {
    boolean hasPlace() {
      return postalCode != null || !town.isEmpty();
    }

    @Override
    public String toString() {
      return "Namesake[]";
    }
  }

  /**
   * People whose names are these words, which may be the wrong way round, by name; where a place is
   * given those who practise there, and only where nobody does all. At most so many.
   */
  public List<UUID> exactly(Namesake wanted, int most) {
    Query name =
        new BooleanQuery.Builder()
            .add(NameQuery.exactly(wanted.familyName(), wanted.givenName()), Occur.SHOULD)
            .add(NameQuery.exactly(wanted.givenName(), wanted.familyName()), Occur.SHOULD)
            .build();
    List<UUID> there =
        wanted.hasPlace()
            ? first(
                new BooleanQuery.Builder()
                    .add(name, Occur.FILTER)
                    .add(place(wanted), Occur.FILTER)
                    .build(),
                most)
            : List.of();
    return there.isEmpty() ? first(name, most) : there;
  }

  /** People whose names are spelt or sound nearly so, the best first; at most so many. */
  public List<UUID> nearly(Namesake wanted, int most) {
    List<String> words =
        Stream.concat(wanted.givenName().stream(), wanted.familyName().stream())
            .distinct()
            .toList();
    Wanted anywhere = new Wanted(words, List.of(), List.of(), NO_FILTER, Set.of());
    return index.search(
        searcher -> {
          PeopleQuery query = new PeopleQuery(searcher.getIndexReader(), anywhere, null, null);
          return new PeopleSearch(searcher, query).find(most, null).stream().map(Hit::id).toList();
        });
  }

  private List<UUID> first(Query query, int most) {
    return index.search(
        searcher ->
            searcher
                .search(new ConstantScoreQuery(query), TopHits.collecting(false, most, null))
                .stream()
                .map(Hit::id)
                .toList());
  }

  private static Query place(Namesake wanted) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    String postalCode = wanted.postalCode();
    if (postalCode != null) {
      either.add(new TermQuery(new Term(Field.POSTAL_CODE, postalCode)), Occur.SHOULD);
    }
    if (!wanted.town().isEmpty()) {
      either.add(NameQuery.townOf(wanted.town(), postalCode), Occur.SHOULD);
    }
    return either.build();
  }
}
