package fr.liaison.directory.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The words that are spelt nearly as one: with one letter more, less, other or changed for its
 * neighbour, or with two such mistakes where the word is long. A wrong first letter is left to
 * {@link Field#NAME_REST} and to the sound of the word: it would try all words there are. The
 * automaton is made once for all fields, since making it costs far more than walking the words.
 */
final class Spellings {
  private static final int TWO_EDITS_FROM = 8;
  private static final int LETTERS = 0x7f;

  private final CompiledAutomaton nearly;

  /** Of a word of ASCII letters. */
  Spellings(String word) {
    int edits = word.length() >= TWO_EDITS_FROM ? 2 : 1;
    int[] rest = word.substring(1).chars().toArray();
    nearly =
        new CompiledAutomaton(
            new LevenshteinAutomata(rest, LETTERS, true).toAutomaton(edits, word.substring(0, 1)),
            true,
            // Whether it takes all words there are is dear to find out, and never so.
            false,
            true);
  }

  /** Whether spellings can be told of this word. */
  static boolean isFor(String word) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(word);
  }

  private record Spelling(BytesRef word, int people) {}

  /** The most frequent of such words of a field, at most so many. */
  List<BytesRef> in(IndexReader reader, String field, int most) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return List.of();
    }
    PriorityQueue<Spelling> frequent =
        new PriorityQueue<>(Comparator.comparingInt(Spelling::people));
    TermsEnum words = terms.intersect(nearly, null);
    while (words.next() != null) {
      int people = words.docFreq();
      if (frequent.size() < most) {
        frequent.add(new Spelling(BytesRef.deepCopyOf(words.term()), people));
      } else if (frequent.element().people() < people) {
        frequent.remove();
        frequent.add(new Spelling(BytesRef.deepCopyOf(words.term()), people));
      }
    }
    List<BytesRef> found = new ArrayList<>();
    frequent.forEach(spelling -> found.add(spelling.word()));
    return found;
  }
}
