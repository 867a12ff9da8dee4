package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Runs searches on this instance's index. */
@ApplicationScoped
public class FindPeople {
  private final DirectoryIndex index;
  private final ReachablePeople reachable;
  private final IndexedPeople people;

  FindPeople(DirectoryIndex index, ReachablePeople reachable, IndexedPeople people) {
    this.index = index;
    this.reachable = reachable;
    this.people = people;
  }

  /**
   * The first hits of a search, or those behind a former page of it; at most so many.
   *
   * @param counting whether to count all hits by profession, wherever the page begins
   */
  public FoundPeople find(
      Transaction transaction,
      Wanted wanted,
      int most,
      @Nullable PageCursor cursor,
      boolean counting) {
    Query reaching = wanted.filters().reachable() ? reachable.query(transaction) : null;
    Hit after = cursor == null ? null : hit(transaction, cursor);
    return index.search(
        searcher -> {
          PeopleQuery query = new PeopleQuery(searcher.getIndexReader(), wanted, reaching, cursor);
          PeopleSearch search = new PeopleSearch(searcher, query);
          List<Hit> hits = search.find(most, after);
          boolean areAll = after == null && hits.size() < most;
          return new FoundPeople(
              hits,
              query.rarities(),
              !counting ? null : areAll ? search.count(hits) : search.count());
        });
  }

  private Hit hit(Transaction transaction, PageCursor cursor) {
    return people
        .order(transaction, cursor.id())
        .map(order -> new Hit(cursor.near(), cursor.score(), order))
        .orElseThrow(PageCursor::foreign);
  }
}
