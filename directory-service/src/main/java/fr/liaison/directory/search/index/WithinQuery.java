package fr.liaison.directory.search.index;

import java.io.IOException;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.geo.GeoUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.SloppyMath;

/**
 * Documents with a position so near a point, each looked at by itself: cheap to make and meant for
 * what other clauses found. Lucene's own prepares a map of the circle first, which costs more than
 * all the rest of a search.
 */
final class WithinQuery extends Query {
  private static final float MATCH_COST = 60;
  private static final long HALF = 0xffffffffL;

  private final String field;
  private final double latitude;
  private final double longitude;
  private final double metres;

  WithinQuery(String field, double latitude, double longitude, double metres) {
    this.field = field;
    this.latitude = latitude;
    this.longitude = longitude;
    this.metres = metres;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    double farthest = GeoUtils.distanceQuerySortKey(metres);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        SortedNumericDocValues positions = DocValues.getSortedNumeric(context.reader(), field);
        DocIdSetIterator matching =
            TwoPhaseIterator.asDocIdSetIterator(new Matching(positions, farthest));
        return ConstantScoreScorerSupplier.fromIterator(
            matching, score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return DocValues.isCacheable(context, field);
      }
    };
  }

  private final class Matching extends TwoPhaseIterator {
    private final SortedNumericDocValues positions;
    private final double farthest;

    Matching(SortedNumericDocValues positions, double farthest) {
      super(positions);
      this.positions = positions;
      this.farthest = farthest;
    }

    @Override
    public boolean matches() throws IOException {
      for (int i = 0; i < positions.docValueCount(); i++) {
        long position = positions.nextValue();
        double there =
            SloppyMath.haversinSortKey(
                latitude,
                longitude,
                GeoEncodingUtils.decodeLatitude((int) (position >> Integer.SIZE)),
                GeoEncodingUtils.decodeLongitude((int) (position & HALF)));
        if (there <= farthest) {
          return true;
        }
      }
      return false;
    }

    @Override
    public float matchCost() {
      return MATCH_COST;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WithinQuery query
        && field.equals(query.field)
        && latitude == query.latitude
        && longitude == query.longitude
        && metres == query.metres;
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hash(field, latitude, longitude, metres);
  }

  /** Says nothing of where somebody looks. */
  @Override
  public String toString(String defaultField) {
    return "WithinQuery[]";
  }
}
