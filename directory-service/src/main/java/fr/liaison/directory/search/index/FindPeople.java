package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs searches on this instance's index. */
@ApplicationScoped
public class FindPeople {
  private final DirectoryIndex index;
  private final ReachablePeople reachable;

  FindPeople(DirectoryIndex index, ReachablePeople reachable) {
    this.index = index;
    this.reachable = reachable;
  }

  /**
   * The first hits of a search, or those behind another hit of it; at most so many.
   *
   * @param counting whether to count all hits by profession, wherever the page begins
   */
  public FoundPeople find(
      Transaction transaction, Wanted wanted, int most, @Nullable Hit after, boolean counting) {
    PeopleQuery query = query(transaction, wanted);
    return index.search(
        searcher -> {
          PeopleSearch search = new PeopleSearch(searcher, query);
          List<Hit> hits = search.find(most, after);
          boolean areAll = after == null && hits.size() < most;
          return new FoundPeople(
              hits, !counting ? null : areAll ? search.count(hits) : search.count());
        });
  }

  private PeopleQuery query(Transaction transaction, Wanted wanted) {
    return new PeopleQuery(
        wanted, wanted.filters().reachable() ? reachable.query(transaction) : null);
  }
}
