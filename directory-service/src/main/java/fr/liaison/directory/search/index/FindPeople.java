package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Runs searches on this instance's index. */
@ApplicationScoped
public class FindPeople {
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortField(Field.ORDER, SortField.Type.STRING));

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
      hits.addAll(hits(searcher, strict, false, most, after));
    }
    if (hits.size() < most && query.mayBeMistaken()) {
      Query near = without(strict, query.near(searcher.getIndexReader()));
      Hit nearAfter = after != null && after.near() ? after : null;
      hits.addAll(hits(searcher, near, true, most - hits.size(), nearAfter));
    }
    return hits;
  }

  /** How many of all hits have which profession, the most frequent first. */
  public List<ProfessionCount> count(Transaction transaction, Wanted wanted) {
    PeopleQuery query = query(transaction, wanted);
    return index.search(
        searcher -> {
          IndexReader reader = searcher.getIndexReader();
          Query all = query.mayBeMistaken() ? query.near(reader) : query.strict(reader);
          return searcher.search(all, new CountProfessions.Collecting());
        });
  }

  private PeopleQuery query(Transaction transaction, Wanted wanted) {
    return new PeopleQuery(
        wanted, wanted.filters().reachable() ? reachable.query(transaction) : null);
  }

  private static Query without(Query shown, Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(shown, Occur.MUST_NOT).build();
  }

  private static List<Hit> hits(
      IndexSearcher searcher, Query query, boolean near, int most, @Nullable Hit after)
      throws IOException {
    ScoreDoc[] found =
        searcher.search(query, new TopFieldCollectorManager(ORDER, most, behind(after), most))
            .scoreDocs;
    return Arrays.stream(found).map(doc -> hit(doc, near)).toList();
  }

  /** No document has this number, so that none but the order tells what is behind. */
  private static @Nullable FieldDoc behind(@Nullable Hit after) {
    return after == null
        ? null
        : new FieldDoc(
            Integer.MAX_VALUE, after.score(), new Object[] {after.score(), after.order()});
  }

  private static Hit hit(ScoreDoc doc, boolean near) {
    Object[] fields = ((FieldDoc) doc).fields;
    return new Hit(near, (Float) fields[0], (BytesRef) fields[1]);
  }
}
