package fr.liaison.register.search;

import fr.liaison.register.chance.Chance;
import java.util.List;

/** Spellings that sound alike in French. */
final class Phonetic {
  private record Alike(String heard, String written) {}

  private static final List<Alike> PAIRS =
      List.of(
          new Alike("ph", "f"),
          new Alike("f", "ph"),
          new Alike("eau", "o"),
          new Alike("eau", "au"),
          new Alike("ault", "eau"),
          new Alike("au", "o"),
          new Alike("qu", "k"),
          new Alike("k", "c"),
          new Alike("ca", "ka"),
          new Alike("co", "ko"),
          new Alike("ss", "c"),
          new Alike("ce", "se"),
          new Alike("th", "t"),
          new Alike("y", "i"),
          new Alike("ai", "e"),
          new Alike("ei", "ai"),
          new Alike("ain", "in"),
          new Alike("in", "ain"),
          new Alike("an", "en"),
          new Alike("en", "an"),
          new Alike("ll", "l"),
          new Alike("nn", "n"),
          new Alike("tt", "t"),
          new Alike("rr", "r"),
          new Alike("ier", "ié"),
          new Alike("er", "é"),
          new Alike("et", "ais"),
          new Alike("oux", "ou"),
          new Alike("ge", "je"),
          new Alike("sc", "s"));

  private Phonetic() {}

  /** The word with one sound written in another way; the word itself when it has none of them. */
  static String misheard(String word, Chance chance) {
    List<Alike> fitting = PAIRS.stream().filter(pair -> word.indexOf(pair.heard()) >= 0).toList();
    if (fitting.isEmpty()) {
      return word;
    }
    Alike pair = chance.pick(fitting);
    int at = word.lastIndexOf(pair.heard());
    return word.substring(0, at) + pair.written() + word.substring(at + pair.heard().length());
  }
}
