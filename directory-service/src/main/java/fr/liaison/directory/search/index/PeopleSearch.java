package fr.liaison.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.jspecify.annotations.Nullable;

/**
 * One search on one state of an index: those found as typed, and where these are few those found
 * nearly. The queries are made once, as looking for other spellings costs more than all the rest.
 * Not thread safe.
 */
final class PeopleSearch {
  /** So many who are found as typed make it unlikely that the words were mistaken. */
  private static final int ENOUGH = 5;

  private final IndexSearcher searcher;
  private final PeopleQuery query;
  private final Query strict;
  private @Nullable Query near;

  PeopleSearch(IndexSearcher searcher, PeopleQuery query) {
    this.searcher = searcher;
    this.query = query;
    this.strict = query.strict();
  }

  /** The first hits, or those behind another hit; at most so many. */
  List<Hit> find(int most, @Nullable Hit after) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (after == null || !after.near()) {
      hits.addAll(searcher.search(strict, TopHits.collecting(false, most, after)));
    }
    boolean foundEnough = after == null ? hits.size() >= ENOUGH : !after.near() && most > ENOUGH;
    if (!foundEnough && hits.size() < most && query.mayBeMistaken()) {
      Hit nearAfter = after != null && after.near() ? after : null;
      hits.addAll(
          searcher.search(
              without(strict, near()), TopHits.collecting(true, most - hits.size(), nearAfter)));
    }
    return hits;
  }

  /** How many of all hits have which profession. */
  List<FoundProfession> count() throws IOException {
    List<FoundProfession> found = count(strict);
    long people = found.stream().mapToLong(FoundProfession::count).sum();
    return people >= ENOUGH || !query.mayBeMistaken() ? found : count(near());
  }

  /** How many of these have which profession: dear where they are many. */
  List<FoundProfession> count(List<Hit> hits) throws IOException {
    return count(
        new TermInSetQuery(
            Field.ID, hits.stream().map(hit -> PersonDocument.id(hit.id())).toList()));
  }

  private List<FoundProfession> count(Query counted) throws IOException {
    return searcher.search(counted, new CountProfessions.Collecting());
  }

  private Query near() throws IOException {
    Query made = near;
    if (made == null) {
      made = query.near();
      near = made;
    }
    return made;
  }

  private static Query without(Query shown, Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(shown, Occur.MUST_NOT).build();
  }
}
