package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Runs searches on this instance's index. */
@ApplicationScoped
public class FindPeople {
  /** So many who are found as typed make it unlikely that the words were mistaken. */
  private static final int ENOUGH = 5;

  private final DirectoryIndex index;
  private final ReachablePeople reachable;

  FindPeople(DirectoryIndex index, ReachablePeople reachable) {
    this.index = index;
    this.reachable = reachable;
  }

  /** The first hits of a search, or those behind another hit of it; at most so many. */
  public List<Hit> find(Transaction transaction, Wanted wanted, int most, @Nullable Hit after) {
    PeopleQuery query = query(transaction, wanted);
    return index.search(searcher -> findIn(searcher, query, most, after));
  }

  static List<Hit> findIn(IndexSearcher searcher, PeopleQuery query, int most, @Nullable Hit after)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    Query strict = query.strict(searcher.getIndexReader());
    if (after == null || !after.near()) {
      hits.addAll(searcher.search(strict, TopHits.collecting(false, most, after)));
    }
    boolean foundEnough = after == null ? hits.size() >= ENOUGH : !after.near() && most > ENOUGH;
    if (!foundEnough && hits.size() < most && query.mayBeMistaken()) {
      Query near = without(strict, query.near(searcher.getIndexReader()));
      Hit nearAfter = after != null && after.near() ? after : null;
      hits.addAll(searcher.search(near, TopHits.collecting(true, most - hits.size(), nearAfter)));
    }
    return hits;
  }

  /** How many of all hits, near ones where {@link #find} adds those, have which profession. */
  public List<FoundProfession> count(Transaction transaction, Wanted wanted) {
    PeopleQuery query = query(transaction, wanted);
    return index.search(
        searcher -> {
          IndexReader reader = searcher.getIndexReader();
          List<FoundProfession> strict =
              searcher.search(query.strict(reader), new CountProfessions.Collecting());
          long found = strict.stream().mapToLong(FoundProfession::count).sum();
          return found >= ENOUGH || !query.mayBeMistaken()
              ? strict
              : searcher.search(query.near(reader), new CountProfessions.Collecting());
        });
  }

  private PeopleQuery query(Transaction transaction, Wanted wanted) {
    return new PeopleQuery(
        wanted, wanted.filters().reachable() ? reachable.query(transaction) : null);
  }

  private static Query without(Query shown, Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(shown, Occur.MUST_NOT).build();
  }
}
