package fr.liaison.directory.search.place;

import fr.liaison.directory.practitioner.SearchWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * Finds lines of the list by what somebody has typed of a name so far, however saints, accents and
 * arrondissements are written, or of a postal code. One look through the list, so that no text
 * takes longer than its length.
 */
final class CommuneNames {
  private static final Pattern POSTAL_CODE = Pattern.compile("\\d{2,5}");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:er?|eme)");
  private static final int NO_MATCH = -1;

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::difference)
          .thenComparing(Comparator.comparingInt(Match::people).reversed())
          .thenComparing(Match::line);

  private final CommuneList list;
  private final String[] names;

  CommuneNames(CommuneList list) {
    this.list = list;
    this.names = new String[list.size()];
    for (int line = 0; line < names.length; line++) {
      names[line] = String.join(" ", words(list.name(line)));
    }
  }

  private record Match(int difference, int people, int line) {}

  /** The best matches, those of equal likeness by population. */
  List<Integer> find(String typed, int most) {
    List<String> words = words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    String name = String.join(" ", words);
    boolean isPostalCode = POSTAL_CODE.matcher(name).matches();
    PriorityQueue<Match> best = new PriorityQueue<>(BEST_FIRST.reversed());
    for (int line = 0; line < names.length; line++) {
      int difference = isPostalCode ? served(line, name) : named(names[line], name, words);
      if (difference != NO_MATCH) {
        Match match = new Match(difference, list.people(line), line);
        if (best.size() < most) {
          best.add(match);
        } else if (BEST_FIRST.compare(match, best.element()) < 0) {
          best.remove();
          best.add(match);
        }
      }
    }
    return best.stream().sorted(BEST_FIRST).map(Match::line).toList();
  }

  /** An arrondissement has a code for itself, its town has that of all. */
  private int served(int line, String code) {
    return !list.serves(line, code) ? NO_MATCH : list.whole(line) == CommuneList.NONE ? 1 : 0;
  }

  /** The same name, then those that begin with it, then those that hold it. */
  private static int named(String name, String typed, List<String> words) {
    if (name.startsWith(typed)) {
      return name.length() == typed.length() ? 0 : name.charAt(typed.length()) == ' ' ? 1 : 2;
    }
    int from = 0;
    for (String word : words) {
      int at = beginning(name, word, from);
      if (at == NO_MATCH) {
        return NO_MATCH;
      }
      from = at + word.length();
    }
    return 3;
  }

  /** Where a word of the name begins so, or {@link #NO_MATCH}. */
  private static int beginning(String name, String word, int from) {
    int at = name.indexOf(word, from);
    while (at > 0 && name.charAt(at - 1) != ' ') {
      at = name.indexOf(word, at + 1);
    }
    return at;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : SearchWords.of(text)) {
      words.add(
          switch (word) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            default -> ORDINAL.matcher(word).replaceFirst("$1");
          });
    }
    return words;
  }
}
