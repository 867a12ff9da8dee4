package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds active people by conditions, in the order of their names. */
@ApplicationScoped
public class FindByConditions {
  private final DirectoryIndex index;
  private final IndexedPeople people;

  FindByConditions(DirectoryIndex index, IndexedPeople people) {
    this.index = index;
    this.people = people;
  }

  /**
   * The first who meet of each list any condition, or those from somebody on, who is not among
   * them; at most so many. Empty when nobody has the id to go on from. More words than can be
   * looked for at once are refused.
   */
  public Optional<List<UUID>> find(
      Transaction transaction, List<List<Condition>> all, int most, @Nullable UUID after) {
    Hit last = null;
    if (after != null) {
      Optional<BytesRef> order = people.order(transaction, after);
      if (order.isEmpty()) {
        return Optional.empty();
      }
      last = new Hit(false, ConditionQuery.SCORE, order.get());
    }
    Hit from = last;
    try {
      return Optional.of(
          index.search(
              searcher ->
                  searcher
                      .search(ConditionQuery.of(all), TopHits.collecting(false, most, from))
                      .stream()
                      .map(Hit::id)
                      .toList()));
    } catch (IndexSearcher.TooManyClauses tooMany) {
      throw Problem.field("parameters", "hold too many words; give fewer");
    }
  }
}
