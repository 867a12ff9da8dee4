package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.ProfessionWords;
import fr.liaison.directory.search.place.Communes;
import fr.liaison.directory.search.place.Near;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene queries of one search, built from terms and never from a query language. Their size is
 * bounded by that of the words asked for.
 */
final class PeopleQuery {
  /** For the caller's department. All of these together are less than between two ways to match. */
  private static final float PREFERRED = 0.125f;

  /** More than that, for the caller's surroundings. */
  private static final float CLOSE = 0.25f;

  /** As much again, for colleagues. */
  private static final float COLLEAGUE = 0.25f;

  /** Less than either, for whoever holds a profession in full, where one is asked for. */
  private static final float IN_FULL = 0.0625f;

  private static final int SHORTEST_BEGINNING = 2;

  private final IndexReader reader;
  private final Wanted wanted;
  private final List<Rarity> rarities;
  private final List<WordQuery> words;
  private final @Nullable Query reachable;

  /**
   * @param reachable who can be written to; needed when the search asks for it
   * @param after where the page before ended; null for the first
   */
  PeopleQuery(
      IndexReader reader, Wanted wanted, @Nullable Query reachable, @Nullable PageCursor after)
      throws IOException {
    this.reader = reader;
    this.wanted = wanted;
    this.rarities = after == null ? rarities(reader, wanted.anywhere()) : after.words();
    this.words = WordQuery.of(wanted.anywhere(), rarities);
    this.reachable = reachable;
  }

  private static List<Rarity> rarities(IndexReader reader, List<String> words) throws IOException {
    List<Rarity> rarities = new ArrayList<>();
    for (String word : words) {
      rarities.add(Rarity.of(reader, word));
    }
    return List.copyOf(rarities);
  }

  /** Of the words that may stand anywhere, as the first page found them. */
  List<Rarity> rarities() {
    return rarities;
  }

  /** Whether {@link #near} can find more than {@link #strict}. */
  boolean mayBeMistaken() {
    return words.stream().anyMatch(WordQuery::mayBeMistaken);
  }

  /** Everybody in whose card all words stand or begin another. */
  Query strict() {
    BooleanQuery.Builder query = filtered();
    for (int i = 0; i < words.size(); i++) {
      query.add(words.get(i).strict(), occur(i));
    }
    return preferring(query).build();
  }

  /**
   * Everybody in whose card all words are or nearly are. Where some words are nobody's, the mistake
   * is looked for in those.
   */
  Query near() throws IOException {
    boolean someUnknown = words.stream().anyMatch(WordQuery::isUnknown);
    BooleanQuery.Builder query = filtered();
    for (int i = 0; i < words.size(); i++) {
      WordQuery word = words.get(i);
      query.add(word.near(reader, !someUnknown || word.isUnknown()), occur(i));
    }
    return preferring(query).build();
  }

  /** The last word may be the beginning of a name, such as "la" of "Laurent". */
  private Occur occur(int index) {
    return words.get(index).isJoining() && index + 1 < words.size() ? Occur.SHOULD : Occur.MUST;
  }

  private BooleanQuery.Builder filtered() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    wanted.profession().forEach(word -> query.add(profession(word), Occur.FILTER));
    wanted.town().forEach(word -> query.add(town(word), Occur.FILTER));
    Wanted.Filters filters = wanted.filters();
    exactly(query, Field.PROFESSION_CODE, filters.professionCode());
    exactly(query, Field.SAVOIR_FAIRE_CODE, filters.savoirFaire());
    exactly(query, Field.DEPARTMENT, filters.department());
    exactly(query, Field.STRUCTURE, filters.structure());
    String postalCode = filters.postalCode();
    if (postalCode != null) {
      query.add(new PrefixQuery(term(Field.POSTAL_CODE, postalCode)), Occur.FILTER);
    }
    String commune = filters.commune();
    if (commune != null) {
      query.add(commune(commune), Occur.FILTER);
    }
    exactly(query, Field.MAILBOX, filters.mailbox() ? Field.MAILBOX : null);
    if (reachable != null) {
      query.add(reachable, Occur.FILTER);
    }
    Near near = wanted.near();
    if (near != null) {
      query.add(NearQuery.of(near), Occur.FILTER);
      NearQuery.prefer(query, near);
    }
    return query;
  }

  private BooleanQuery.Builder preferring(BooleanQuery.Builder query) {
    List<BytesRef> departments = wanted.preferredDepartments().stream().map(BytesRef::new).toList();
    if (!departments.isEmpty()) {
      query.add(
          new BoostQuery(
              new ConstantScoreQuery(new TermInSetQuery(Field.DEPARTMENT, departments)), PREFERRED),
          Occur.SHOULD);
    }
    BooleanQuery.Builder close = new BooleanQuery.Builder();
    wanted
        .preferredCells()
        .forEach(cell -> close.add(new TermQuery(new Term(Field.CELL, cell.text())), Occur.SHOULD));
    if (!wanted.preferredCells().isEmpty()) {
      query.add(new BoostQuery(new ConstantScoreQuery(close.build()), CLOSE), Occur.SHOULD);
    }
    if (asksForProfession()) {
      query.add(
          new BoostQuery(
              new ConstantScoreQuery(
                  new BooleanQuery.Builder()
                      .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                      .add(new TermQuery(new Term(Field.STUDENT, Field.STUDENT)), Occur.MUST_NOT)
                      .build()),
              IN_FULL),
          Occur.SHOULD);
    }
    List<BytesRef> structures =
        wanted.preferredStructures().stream()
            .map(id -> new BytesRef(PersonDocument.code(id)))
            .toList();
    if (!structures.isEmpty()) {
      query.add(
          new BoostQuery(
              new ConstantScoreQuery(new TermInSetQuery(Field.STRUCTURE, structures)), COLLEAGUE),
          Occur.SHOULD);
    }
    return query;
  }

  private boolean asksForProfession() {
    return !wanted.profession().isEmpty()
        || wanted.filters().professionCode() != null
        || wanted.anywhere().stream().anyMatch(ProfessionWords::names);
  }

  private static void exactly(BooleanQuery.Builder query, String field, @Nullable String value) {
    if (value != null) {
      query.add(new TermQuery(term(field, value)), Occur.FILTER);
    }
  }

  private static Query profession(String word) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(new PrefixQuery(new Term(Field.PROFESSION, word)), Occur.SHOULD);
    either.add(new TermQuery(term(Field.PROFESSION_CODE, word)), Occur.SHOULD);
    return either.build();
  }

  /** Rows may bear the code of an arrondissement, or of a commune that was merged since. */
  private static Query commune(String code) {
    return new TermInSetQuery(
        Field.COMMUNE,
        Communes.codesOf(code).stream()
            .map(one -> new BytesRef(PersonDocument.code(one)))
            .toList());
  }

  private static Query town(String word) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(new PrefixQuery(new Term(Field.TOWN, word)), Occur.SHOULD);
    if (word.length() >= SHORTEST_BEGINNING) {
      either.add(new PrefixQuery(new Term(Field.POSTAL_CODE, word)), Occur.SHOULD);
      either.add(new TermQuery(new Term(Field.DEPARTMENT, word)), Occur.SHOULD);
    }
    return either.build();
  }

  private static Term term(String field, String value) {
    return new Term(field, PersonDocument.code(value));
  }
}
