package fr.liaison.directory.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds structures by the rules by which people are found. */
@ApplicationScoped
public class FindStructures {
  private static final Wanted.Filters NO_FILTER =
      new Wanted.Filters(null, null, null, null, null, null, false, false);

  private final StructureIndex index;

  FindStructures(StructureIndex index) {
    this.index = index;
  }

  /** A structure's identifier, and where a page goes on that ends with it. */
  public record Place(String identifier, PageCursor here) {}

  /**
   * The first structures, or those behind another; at most so many. Those of the departments come
   * slightly before others. A structure that is gone ends the search there.
   */
  public List<Place> find(
      List<String> words, Set<String> departments, int most, @Nullable PageCursor after) {
    Wanted wanted = new Wanted(words, List.of(), List.of(), NO_FILTER, departments);
    return index.search(
        searcher -> {
          Hit last = null;
          if (after != null) {
            BytesRef order = order(searcher, after.id());
            if (order == null) {
              return List.of();
            }
            last = new Hit(after.near(), after.score(), order);
          }
          PeopleQuery query = new PeopleQuery(searcher.getIndexReader(), wanted, null, after);
          return places(
              searcher, new PeopleSearch(searcher, query).find(most, last), query.rarities());
        });
  }

  /**
   * The first structures by name that meet of each list any condition, or those behind another; at
   * most so many.
   */
  public List<Place> matching(List<List<Condition>> all, int most, @Nullable UUID after) {
    return index.search(
        searcher -> {
          BytesRef order = after == null ? null : order(searcher, after);
          if (after != null && order == null) {
            return List.of();
          }
          Hit last = order == null ? null : new Hit(false, ConditionQuery.SCORE, order);
          return places(
              searcher,
              searcher.search(ConditionQuery.of(all), TopHits.collecting(false, most, last)),
              List.of());
        });
  }

  /** The identifier of the structure with this key. */
  public Optional<String> identified(UUID key) {
    return index.search(
        searcher ->
            documents(searcher, key).length == 0
                ? Optional.empty()
                : Optional.of(identifier(searcher, key)));
  }

  private static List<Place> places(IndexSearcher searcher, List<Hit> hits, List<Rarity> words)
      throws IOException {
    List<Place> places = new ArrayList<>();
    for (Hit hit : hits) {
      places.add(new Place(identifier(searcher, hit.id()), PageCursor.behind(hit, words)));
    }
    return places;
  }

  private static String identifier(IndexSearcher searcher, UUID key) throws IOException {
    ScoreDoc[] found = documents(searcher, key);
    Document stored = searcher.storedFields().document(found[0].doc);
    return stored.get(StructureDocument.IDENTIFIER);
  }

  private static @Nullable BytesRef order(IndexSearcher searcher, UUID key) throws IOException {
    ScoreDoc[] found = documents(searcher, key);
    if (found.length == 0) {
      return null;
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[0].doc, leaves));
    SortedDocValues orders = DocValues.getSorted(leaf.reader(), Field.ORDER);
    return orders.advanceExact(found[0].doc - leaf.docBase)
        ? BytesRef.deepCopyOf(orders.lookupOrd(orders.ordValue()))
        : null;
  }

  private static ScoreDoc[] documents(IndexSearcher searcher, UUID key) throws IOException {
    return searcher.search(new TermQuery(new Term(Field.ID, PersonDocument.id(key))), 1).scoreDocs;
  }
}
