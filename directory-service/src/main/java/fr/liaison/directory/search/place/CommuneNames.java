package fr.liaison.directory.search.place;

import fr.liaison.directory.practitioner.SearchWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines of the list by what somebody has typed of a name so far, former names included,
 * however saints, accents and arrondissements are written and with a postal code or department
 * beside it, or by a postal code alone. One look through the list, so that no text takes longer
 * than its length.
 */
final class CommuneNames {
  private static final Pattern CODE = Pattern.compile("\\d{2,5}");
  private static final Pattern ORDINAL = Pattern.compile("0?(\\d{1,2})(?:er?|eme)?");
  private static final int SHORTEST_SAINT = 3;

  /** Hardly any has more that are alike; it is suggested once. */
  private static final int NAMES_OF_ONE = 2;

  private static final int POSTAL_CODE_LENGTH = 5;
  private static final int NO_MATCH = -1;

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::difference)
          .thenComparing(Match::elsewhere)
          .thenComparing(Comparator.comparingInt(Match::people).reversed())
          .thenComparing(Match::entry);

  private final CommuneList list;
  private final List<Named> entries = new ArrayList<>();

  CommuneNames(CommuneList list) {
    this.list = list;
    for (int line = 0; line < list.size(); line++) {
      entries.add(new Named(line, list.name(line), folded(list.name(line))));
      for (String former : list.otherNames(line)) {
        entries.add(new Named(line, former, folded(former)));
      }
    }
  }

  /** A line under one of its names. */
  record Named(int line, String name, String folded) {}

  private record Match(int difference, boolean elsewhere, int people, int entry) {}

  /** What was typed, as names are kept; codes stand apart where there are other words. */
  private record Typed(List<String> names, List<String> codes, @Nullable String postalCode) {}

  /** The best matches; of those of equal likeness the caller's departments first, then by size. */
  List<Named> find(String text, int most, Set<String> departments) {
    List<String> words = SearchWords.of(text);
    if (words.isEmpty()) {
      return List.of();
    }
    Typed typed = typed(words);
    PriorityQueue<Match> best = new PriorityQueue<>(BEST_FIRST.reversed());
    for (int entry = 0; entry < entries.size(); entry++) {
      Named named = entries.get(entry);
      int difference = difference(named, typed);
      if (difference != NO_MATCH) {
        Match match =
            new Match(
                difference,
                !departments.contains(department(named.line())),
                list.people(named.line()),
                entry);
        if (best.size() < most * NAMES_OF_ONE) {
          best.add(match);
        } else if (BEST_FIRST.compare(match, best.element()) < 0) {
          best.remove();
          best.add(match);
        }
      }
    }
    Set<Integer> shown = new HashSet<>();
    return best.stream()
        .sorted(BEST_FIRST)
        .map(match -> entries.get(match.entry()))
        .filter(named -> shown.add(named.line()))
        .limit(most)
        .toList();
  }

  private static Typed typed(List<String> words) {
    if (words.size() == 1 && CODE.matcher(words.getFirst()).matches()) {
      return new Typed(List.of(), List.of(), words.getFirst());
    }
    List<String> names = new ArrayList<>();
    names.add(folded(words));
    String last = words.getLast();
    if (last.length() >= SHORTEST_SAINT && "sain".startsWith(last)) {
      names.add(folded(words.subList(0, words.size() - 1), "st"));
    }
    List<String> codes = words.stream().filter(word -> CODE.matcher(word).matches()).toList();
    List<String> rest = words.stream().filter(word -> !codes.contains(word)).toList();
    if (!codes.isEmpty() && !rest.isEmpty()) {
      names.add(folded(rest));
    }
    return new Typed(names, rest.isEmpty() ? List.of() : codes, null);
  }

  /** Names with codes are looked for as they stand first: some are numbers of arrondissements. */
  private int difference(Named named, Typed typed) {
    if (typed.postalCode() != null) {
      return served(named, typed.postalCode());
    }
    int best = NO_MATCH;
    for (int i = 0; i < typed.names().size(); i++) {
      boolean withoutCodes = !typed.codes().isEmpty() && i + 1 == typed.names().size();
      int difference = likeness(named.folded(), typed.names().get(i));
      if (difference != NO_MATCH
          && (best == NO_MATCH || difference < best)
          && (!withoutCodes || isAt(named.line(), typed.codes()))) {
        best = difference;
      }
    }
    return best;
  }

  /** Whether each is the number of its department, or begins one of its postal codes. */
  private boolean isAt(int line, List<String> codes) {
    int served = list.isMerged(line) ? list.whole(line) : line;
    return codes.stream()
        .allMatch(code -> code.equals(department(line)) || list.serves(served, code));
  }

  /** A whole code is that of an arrondissement before that of its town; once a line. */
  private int served(Named named, String code) {
    boolean own = named.name().equals(list.name(named.line()));
    if (!own || !list.serves(named.line(), code)) {
      return NO_MATCH;
    }
    return code.length() == POSTAL_CODE_LENGTH && list.whole(named.line()) == CommuneList.NONE
        ? 1
        : 0;
  }

  private String department(int line) {
    return Communes.department(list.code(line));
  }

  /** Names that are the words or go on behind them, then that begin so, then that hold them. */
  private static int likeness(String name, String typed) {
    if (name.startsWith(typed)) {
      return name.length() == typed.length() || name.charAt(typed.length()) == ' ' ? 0 : 1;
    }
    int from = 0;
    for (String word : typed.split(" ", -1)) {
      int at = beginning(name, word, from);
      if (at == NO_MATCH) {
        return NO_MATCH;
      }
      from = at + word.length();
    }
    return 2;
  }

  /** Where a word of the name begins so, or {@link #NO_MATCH}. */
  private static int beginning(String name, String word, int from) {
    int at = name.indexOf(word, from);
    while (at > 0 && name.charAt(at - 1) != ' ') {
      at = name.indexOf(word, at + 1);
    }
    return at;
  }

  private static String folded(String text) {
    return folded(SearchWords.of(text));
  }

  private static String folded(List<String> words, String... more) {
    List<String> folded = new ArrayList<>();
    for (String word : words) {
      folded.add(
          switch (word) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            default -> ORDINAL.matcher(word).matches() ? ordinal(word) : word;
          });
    }
    folded.addAll(List.of(more));
    return String.join(" ", folded);
  }

  private static String ordinal(String word) {
    return ORDINAL.matcher(word).replaceFirst("$1");
  }
}
