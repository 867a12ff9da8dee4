package fr.liaison.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Where one word of a search may be found, each place with its score; the best of them counts. The
 * scores are small binary fractions, so that sums do not depend on their order and a page can go on
 * at exactly the score where the one before ended.
 */
final class WordQuery {
  private static final float WHOLE_NAME = 10;
  private static final float WHOLE_OTHER = 7;
  private static final float BEGUN_NAME = 8;
  private static final float INITIAL = 8;
  private static final float BEGUN_OTHER = 6;
  private static final float MISSPELT = 5;
  private static final float WRONG_BEGINNING = 4;
  private static final float SOUNDS_ALIKE = 2;

  private static final int MISSPELT_FROM = 4;
  private static final int SOUND_FROM = 3;
  private static final int LONGEST_MISSPELT = 32;

  /** Spellings tried for one word in one field, the most frequent ones. */
  private static final int MOST_SPELLINGS = 50;

  /** Words that join others. Behind one typed alone stands a longer word, begun. */
  private static final Set<String> JOINING =
      Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur");

  private final String word;
  private final Rarity rarity;

  /** Whether more of it may follow: it is the last that was typed. */
  private final boolean last;

  /** The word and its neighbours written as one, as "le goff" is for "legoff". */
  private final List<String> joined;

  private WordQuery(String word, Rarity rarity, boolean last, List<String> joined) {
    this.word = word;
    this.rarity = rarity;
    this.last = last;
    this.joined = joined;
  }

  /**
   * @param rarities of each word
   */
  static List<WordQuery> of(List<String> words, List<Rarity> rarities) {
    List<WordQuery> queries = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<String> joined = new ArrayList<>();
      if (i > 0) {
        joined.add(words.get(i - 1) + words.get(i));
      }
      if (i + 1 < words.size()) {
        joined.add(words.get(i) + words.get(i + 1));
      }
      queries.add(new WordQuery(words.get(i), rarities.get(i), i + 1 == words.size(), joined));
    }
    return queries;
  }

  /** Whether the word says nothing of its own when others are typed after it. */
  boolean isJoining() {
    return JOINING.contains(word);
  }

  /** Whether {@link #near} can find more than {@link #strict}. */
  boolean mayBeMistaken() {
    return word.length() >= SOUND_FROM && word.chars().noneMatch(Character::isDigit);
  }

  /** Where the word stands as typed, or begins another. */
  Query strict() {
    return weighed(asTyped());
  }

  /** Whether nobody's card has it as it stands. */
  boolean isUnknown() {
    return rarity.unknown();
  }

  /**
   * Also where it sounds nearly so, and where it is spelt nearly so.
   *
   * @param misspelt whether to look for other spellings, which costs far more than all the rest
   */
  Query near(IndexReader reader, boolean misspelt) throws IOException {
    List<Query> places = asTyped();
    if (mayBeMistaken()) {
      if (misspelt
          && word.length() >= MISSPELT_FROM
          && word.length() <= LONGEST_MISSPELT
          && Spellings.isFor(word)) {
        Spellings spellings = new Spellings(word);
        places.add(misspelt(reader, Field.NAME, spellings));
        places.add(misspelt(reader, Field.PROFESSION, spellings));
        places.add(misspelt(reader, Field.TOWN, spellings));
        addWrongBeginnings(places);
      }
      places.add(whole(Field.SOUND, FrenchSound.of(word), SOUNDS_ALIKE));
      joined.forEach(text -> places.add(whole(Field.SOUND, FrenchSound.of(text), SOUNDS_ALIKE)));
    }
    return weighed(places);
  }

  private Query weighed(List<Query> places) {
    return new BoostQuery(new DisjunctionMaxQuery(places, 0), rarity.weight());
  }

  /** Names whose first letter is another, too many, missing or changed for its neighbour. */
  private void addWrongBeginnings(List<Query> places) {
    if (word.length() >= Field.TOLD_BY_REST) {
      String rest = word.substring(1);
      places.add(whole(Field.NAME_REST, rest, WRONG_BEGINNING));
      places.add(whole(Field.NAME_REST, word, WRONG_BEGINNING));
      places.add(whole(Field.NAME, rest, WRONG_BEGINNING));
      places.add(
          whole(
              Field.NAME,
              "" + word.charAt(1) + word.charAt(0) + word.substring(2),
              WRONG_BEGINNING));
    }
  }

  /** A whole word that others follow is not the beginning of one. */
  private boolean mayBeBegun() {
    return last || isUnknown();
  }

  private List<Query> asTyped() {
    List<Query> places = new ArrayList<>();
    places.add(whole(Field.NAME, word, WHOLE_NAME));
    places.add(whole(Field.OTHER, word, WHOLE_OTHER));
    joined.forEach(text -> places.add(whole(Field.NAME, text, WHOLE_NAME)));
    if (word.length() == 1) {
      places.add(whole(Field.INITIAL, word, INITIAL));
    } else if (mayBeBegun()) {
      places.add(begun(Field.NAME, word, BEGUN_NAME));
      places.add(begun(Field.OTHER, word, BEGUN_OTHER));
    }
    return places;
  }

  private static Query whole(String field, String text, float score) {
    return scored(new TermQuery(new Term(field, text)), score);
  }

  private static Query begun(String field, String text, float score) {
    return scored(beginning(field, text), score);
  }

  /** People with a word of the field that begins so; the text has two letters or more. */
  static Query beginning(String field, String text) {
    return text.length() <= Field.SHORT_BEGINNING
        ? new TermQuery(new Term(Field.beginnings(field), text))
        : new PrefixQuery(new Term(field, text));
  }

  private static Query misspelt(IndexReader reader, String field, Spellings spellings)
      throws IOException {
    return scored(new TermInSetQuery(field, spellings.in(reader, field, MOST_SPELLINGS)), MISSPELT);
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
