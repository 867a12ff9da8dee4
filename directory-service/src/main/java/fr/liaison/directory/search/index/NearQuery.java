package fr.liaison.directory.search.index;

import fr.liaison.directory.search.place.Near;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Who practises near a commune, by postal code; whose postal code is not listed counts by the
 * middle of the department.
 */
final class NearQuery {
  private static final List<Double> CLOSER_BY = List.of(0.25, 0.5);

  /** Each ring's; together less than between any two ways in which a word may match. */
  private static final float CLOSER = 0.0625f;

  private NearQuery() {}

  static Query of(Near near) {
    Set<String> departments = near.departments();
    BooleanQuery unlisted =
        new BooleanQuery.Builder()
            .add(anyOf(Field.DEPARTMENT, departments), Occur.FILTER)
            .add(anyOf(Field.POSTAL_CODE, Near.listed(departments)), Occur.MUST_NOT)
            .build();
    return new BooleanQuery.Builder()
        .add(anyOf(Field.POSTAL_CODE, near.postalCodes()), Occur.SHOULD)
        .add(unlisted, Occur.SHOULD)
        .build();
  }

  /** Those closer by come before others among equals. */
  static void prefer(BooleanQuery.Builder query, Near near) {
    for (double share : CLOSER_BY) {
      query.add(
          new BoostQuery(new ConstantScoreQuery(of(near.within(share))), CLOSER), Occur.SHOULD);
    }
  }

  private static Query anyOf(String field, Set<String> terms) {
    return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
  }
}
