package fr.liaison.directory.search.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The Lucene query of conditions: of each list any, of all lists. Hits are equally good, so that
 * they come by name.
 */
final class ConditionQuery {
  /** The score of every hit. */
  static final float SCORE = 1;

  private ConditionQuery() {}

  static Query of(List<List<Condition>> all) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (List<Condition> any : all) {
      BooleanQuery.Builder either = new BooleanQuery.Builder();
      any.forEach(condition -> either.add(of(condition), Occur.SHOULD));
      query.add(either.build(), Occur.FILTER);
    }
    return new ConstantScoreQuery(query.build());
  }

  private static Query of(Condition condition) {
    return switch (condition) {
      case Condition.OneOf some ->
          new TermInSetQuery(Field.ID, some.people().stream().map(PersonDocument::id).toList());
      case Condition.Name name -> beginnings(Field.NAME, name.words());
      case Condition.FamilyName name -> familyName(name.words());
      case Condition.Town town -> beginnings(Field.TOWN, town.words());
      case Condition.PostalCode code -> new PrefixQuery(term(Field.POSTAL_CODE, code.beginning()));
      case Condition.Profession profession ->
          new BooleanQuery.Builder()
              .add(new TermQuery(term(Field.PROFESSION_CODE, profession.code())), Occur.FILTER)
              .add(new TermQuery(term(Field.TRAINING, profession.code())), Occur.MUST_NOT)
              .build();
      case Condition.Training training -> new TermQuery(term(Field.TRAINING, training.code()));
      case Condition.SavoirFaire savoirFaire ->
          new TermQuery(term(Field.SAVOIR_FAIRE_CODE, savoirFaire.code()));
      case Condition.Qualified qualified ->
          new TermInSetQuery(
              Field.QUALIFICATION,
              qualified.any().stream().map(one -> new BytesRef(one.term())).toList());
      case Condition.PlaceOfWork place -> new TermQuery(term(Field.STRUCTURE, place.structureId()));
    };
  }

  /** The words narrow it to few; that the name begins with them, the orders say. */
  private static Query familyName(List<String> words) {
    BytesRef first = new BytesRef(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
    BytesRef behind = new BytesRef(first.length + 1);
    System.arraycopy(first.bytes, first.offset, behind.bytes, 0, first.length);
    // Above every byte of UTF-8.
    behind.bytes[first.length] = (byte) 0xff;
    behind.length = first.length + 1;
    return new BooleanQuery.Builder()
        .add(beginnings(Field.NAME, words), Occur.FILTER)
        .add(
            SortedDocValuesField.newSlowRangeQuery(Field.ORDER, first, behind, true, false),
            Occur.FILTER)
        .build();
  }

  private static Query beginnings(String field, List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(beginning(field, word), Occur.FILTER));
    return all.build();
  }

  /** Short beginnings of names are terms of their own, since too many words share them. */
  private static Query beginning(String field, String word) {
    if (!field.equals(Field.NAME) || word.length() > Field.SHORT_BEGINNING) {
      return new PrefixQuery(new Term(field, word));
    }
    return word.length() == 1
        ? new TermQuery(new Term(Field.INITIAL, word))
        : new TermQuery(new Term(Field.beginnings(field), word));
  }

  private static Term term(String field, String value) {
    return new Term(field, PersonDocument.code(value));
  }
}
