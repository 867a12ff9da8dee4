package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Department;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Lucene queries of whole names and of places, of words as SearchWords makes them. */
final class NameQuery {
  private NameQuery() {}

  /** The words narrow it to few; that they are all, and in this order, the orders say. */
  static Query exactly(List<String> familyName, List<String> givenName) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Stream.concat(familyName.stream(), givenName.stream())
        .distinct()
        .forEach(word -> query.add(new TermQuery(new Term(Field.NAME, word)), Occur.FILTER));
    BytesRef first = PersonDocument.beginningOfOrder(familyName, givenName);
    BytesRef behind = BytesRef.deepCopyOf(first);
    // It ends with a zero byte, the end of the name.
    behind.bytes[behind.offset + behind.length - 1] = 1;
    query.add(
        SortedDocValuesField.newSlowRangeQuery(Field.ORDER, first, behind, true, false),
        Occur.FILTER);
    return query.build();
  }

  /**
   * The town's words in its department: there is a Saint-Denis in many. Towns that have more words
   * are found too, which whoever has to be sure compares as a whole.
   */
  static Query townOf(List<String> town, @Nullable String postalCode) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    town.forEach(word -> query.add(townWord(word), Occur.FILTER));
    Department.of(postalCode)
        .ifPresent(
            number -> query.add(new TermQuery(new Term(Field.DEPARTMENT, number)), Occur.FILTER));
    return query.build();
  }

  /** "Saint" is also written "St". */
  private static Query townWord(String word) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    spellings(word)
        .forEach(one -> either.add(new TermQuery(new Term(Field.TOWN, one)), Occur.SHOULD));
    return either.build();
  }

  private static List<String> spellings(String word) {
    return switch (word) {
      case "st", "saint" -> List.of("st", "saint");
      case "ste", "sainte" -> List.of("ste", "sainte");
      default -> List.of(word);
    };
  }
}
