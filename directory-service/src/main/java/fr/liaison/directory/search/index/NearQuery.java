package fr.liaison.directory.search.index;

import fr.liaison.directory.search.place.Near;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;

/** Who practises near a commune: by the positions of places, which their documents hold. */
final class NearQuery {
  private static final double[] CLOSER_BY = {0.25, 0.5};

  /** Each ring's; together less than between any two ways in which a word may match. */
  private static final float CLOSER = 0.0625f;

  private static final double METRES = 1000;

  /** More than the index rounds positions by. */
  private static final double ROUNDING_METRES = 1;

  private NearQuery() {}

  /** The box around the circle leads, where nothing else finds fewer. */
  static Query of(Near near) {
    Rectangle box =
        Rectangle.fromPointDistance(
            near.centre().latitude(), near.centre().longitude(), metres(near));
    Query inBox =
        new IndexOrDocValuesQuery(
            LatLonPoint.newBoxQuery(Field.POSITION, box.minLat, box.maxLat, box.minLon, box.maxLon),
            LatLonDocValuesField.newSlowBoxQuery(
                Field.POSITION, box.minLat, box.maxLat, box.minLon, box.maxLon));
    return new BooleanQuery.Builder()
        .add(inBox, Occur.FILTER)
        .add(within(near), Occur.FILTER)
        .build();
  }

  /** Those closer by come before others among equals. */
  static void prefer(BooleanQuery.Builder query, Near near) {
    for (double share : CLOSER_BY) {
      query.add(
          new BoostQuery(new ConstantScoreQuery(within(near.within(share))), CLOSER), Occur.SHOULD);
    }
  }

  private static Query within(Near near) {
    return new WithinQuery(
        Field.POSITION, near.centre().latitude(), near.centre().longitude(), metres(near));
  }

  private static double metres(Near near) {
    return near.kilometres() * METRES + ROUNDING_METRES;
  }
}
