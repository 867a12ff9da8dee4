package fr.liaison.directory.match;

import fr.liaison.directory.practitioner.SearchWords;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A whole town as people and the register write it, without borough, CEDEX and article. Lyon is not
 * Sainte-Foy-lès-Lyon.
 *
 * @param cedex whether its postal code is one of a delivery, and not the town's own
 */
record TownName(List<String> words, boolean cedex) {
  static final TownName UNSAID = new TownName(List.of(), false);

  private static final int MOST_WORDS = 8;
  private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l");
  private static final Pattern BOROUGH =
      Pattern.compile("[0-9]+(er|ere|e|eme|ieme)?|arrondissement|arr|ardt");

  static TownName of(String text) {
    List<String> words = SearchWords.of(text);
    int cedex = words.indexOf("cedex");
    List<String> named =
        (cedex < 0 ? words : words.subList(0, cedex))
            .stream()
                .filter(word -> !BOROUGH.matcher(word).matches())
                .map(TownName::inFull)
                .limit(MOST_WORDS)
                .toList();
    boolean article = named.size() > 1 && ARTICLES.contains(named.getFirst());
    return new TownName(article ? named.subList(1, named.size()) : named, cedex >= 0);
  }

  boolean isSaid() {
    return !words.isEmpty();
  }

  boolean isSame(TownName other) {
    return isSaid() && words.equals(other.words);
  }

  private static String inFull(String word) {
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      default -> word;
    };
  }

  @Override
  public String toString() {
    return "TownName[]";
  }
}
