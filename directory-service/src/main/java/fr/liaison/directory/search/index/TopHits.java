package fr.liaison.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best hits by score, then by {@link Field#ORDER}. Segments are sorted by that order,
 * so that in each of them the first of equal hits are the best, and whatever cannot beat them any
 * more is skipped: a search that finds half the register looks at few people.
 */
final class TopHits implements Collector {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparing(Hit::score, Comparator.reverseOrder()).thenComparing(Hit::order);

  private final boolean near;
  private final int most;
  private final @Nullable Hit after;
  private final List<Segment> segments = new ArrayList<>();

  private TopHits(boolean near, int most, @Nullable Hit after) {
    this.near = near;
    this.most = most;
    this.after = after;
  }

  private record Segment(LeafReaderContext context, TopScoreDocCollector best) {}

  /** What makes one list of the hits of all segments. */
  static CollectorManager<TopHits, List<Hit>> collecting(
      boolean near, int most, @Nullable Hit after) {
    return new CollectorManager<>() {
      @Override
      public TopHits newCollector() {
        return new TopHits(near, most, after);
      }

      @Override
      public List<Hit> reduce(Collection<TopHits> collectors) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (TopHits one : collectors) {
          hits.addAll(one.hits());
        }
        return hits.stream().sorted(BEST_FIRST).limit(most).toList();
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    TopScoreDocCollector best = new TopScoreDocCollectorManager(most, null, most).newCollector();
    segments.add(new Segment(context, best));
    LeafCollector leaf = best.getLeafCollector(context);
    return after == null ? leaf : new Behind(leaf, orders(context), after);
  }

  private List<Hit> hits() throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (Segment segment : segments) {
      for (ScoreDoc doc : segment.best.topDocs().scoreDocs) {
        // Orders can only be read forwards, and these documents come by score.
        SortedDocValues orders = orders(segment.context);
        orders.advanceExact(doc.doc - segment.context.docBase);
        hits.add(
            new Hit(near, doc.score, BytesRef.deepCopyOf(orders.lookupOrd(orders.ordValue()))));
      }
    }
    return hits;
  }

  private static SortedDocValues orders(LeafReaderContext context) throws IOException {
    return DocValues.getSorted(context.reader(), Field.ORDER);
  }

  /** Passes on what comes behind the last hit of the page before. */
  private static final class Behind extends FilterLeafCollector {
    private final SortedDocValues orders;
    private final float score;

    /** The first order behind that hit's. */
    private final int first;

    private @Nullable Scorable scorer;

    Behind(LeafCollector leaf, SortedDocValues orders, Hit after) throws IOException {
      super(leaf);
      this.orders = orders;
      this.score = after.score();
      int found = orders.lookupTerm(after.order());
      this.first = found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      this.scorer = scorer;
      super.setScorer(scorer);
    }

    @Override
    public void collect(int doc) throws IOException {
      float reached = scorer == null ? 0 : scorer.score();
      if (reached < score || (reached == score && isBehind(doc))) {
        super.collect(doc);
      }
    }

    private boolean isBehind(int doc) throws IOException {
      return orders.advanceExact(doc) && orders.ordValue() >= first;
    }
  }
}
