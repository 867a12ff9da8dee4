package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.SearchWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells texts that would pass somebody off as a professional of the register. Compares whole words
 * however they are accented, joined, split or inflected, so it needs letters that cannot be taken
 * for others: see {@link #isLatin}.
 */
final class RegulatedWords {
  private static final Set<String> TITLES =
      Set.of("dr", "dre", "docteur", "docteure", "doctoresse", "pr", "professeur", "professeure");
  private static final Set<String> SHORT_TITLES = Set.of("dr", "dre", "pr");

  private static final Pattern LATIN = Pattern.compile("[\\p{ASCII}œæ’‘´–—«»·•…°]*");
  private static final Pattern PLURAL = Pattern.compile("(?<=..)[sx]$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** More words than any of the list has letters to be split into. */
  private static final int MOST_WORDS = 40;

  /** Behind the patterns it is read with. */
  private static final Set<String> PROFESSIONS = read();

  private RegulatedWords() {}

  /** Whether every letter is one of French or its neighbours, and none only looks like it. */
  static boolean isLatin(String text) {
    return LATIN.matcher(MARKS.matcher(folded(text)).replaceAll("")).matches();
  }

  /** Whether a regulated profession stands in the text. */
  static boolean nameProfession(String text) {
    List<String> words = words(text);
    for (int from = 0; from < words.size(); from++) {
      StringBuilder written = new StringBuilder();
      StringBuilder singular = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        written.append(words.get(to));
        singular.append(singular(words.get(to)));
        if (PROFESSIONS.contains(singular(written.toString()))
            || PROFESSIONS.contains(singular.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a given name bears a title; of family names some are the same as long ones. */
  static boolean bearTitle(String givenName, String familyName) {
    return words(givenName).stream().anyMatch(TITLES::contains)
        || words(familyName).stream().anyMatch(SHORT_TITLES::contains);
  }

  private static List<String> words(String text) {
    return SearchWords.of(folded(text)).stream().map(RegulatedWords::letters).toList();
  }

  /** One form of letters that Unicode has in several, such as full width. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
  }

  /** "m3decin" is read as it is meant; a number stays one. */
  private static String letters(String word) {
    return word.chars().allMatch(Character::isDigit)
        ? word
        : word.replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('5', 's');
  }

  private static String singular(String word) {
    return PLURAL.matcher(word).replaceFirst("");
  }

  private static Set<String> read() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RegulatedWords.class.getResourceAsStream("regulated-professions.txt")),
                StandardCharsets.UTF_8))) {
      List<List<String>> lines = new ArrayList<>();
      file.lines().filter(line -> !line.startsWith("#")).forEach(line -> lines.add(words(line)));
      Set<String> keys = new HashSet<>();
      for (List<String> line : lines) {
        keys.add(singular(String.join("", line)));
        keys.add(line.stream().map(RegulatedWords::singular).collect(Collectors.joining()));
      }
      return Set.copyOf(keys);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
