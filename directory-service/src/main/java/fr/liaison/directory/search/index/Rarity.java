package fr.liaison.directory.search.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How rare a word was when its search began. The pages of a search keep to it: were it asked for
 * anew, all scores would shift whenever people come or go, and a page would repeat or leave out
 * those of the page before.
 *
 * @param unknown whether nobody's card had the word as it stands
 * @param steps how many times the word is four times rarer than one that everybody has
 */
public record Rarity(boolean unknown, int steps) {
  private static final int MOST_STEPS = 15;
  private static final int UNKNOWN = MOST_STEPS + 1;

  static Rarity of(IndexReader reader, String word) throws IOException {
    int having =
        Math.max(
            reader.docFreq(new Term(Field.NAME, word)),
            reader.docFreq(new Term(Field.OTHER, word)));
    int rarity = Math.max(1, reader.numDocs() / (having + 1));
    return new Rarity(having == 0, (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rarity)) / 2);
  }

  /** Empty for what {@link #code} did not make. */
  static Optional<Rarity> coded(byte code) {
    return code < 0 || code > UNKNOWN + MOST_STEPS
        ? Optional.empty()
        : Optional.of(new Rarity(code >= UNKNOWN, code % UNKNOWN));
  }

  byte code() {
    return (byte) (unknown ? UNKNOWN + steps : steps);
  }

  /** Rarer words weigh more: by a sixteenth for each step. */
  float weight() {
    return 1 + steps / 16f;
  }
}
