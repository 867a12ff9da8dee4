package fr.liaison.register.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of a name in which its spellings meet. */
public final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");

  private Folded() {}

  /** Capitals without accents; hyphens, apostrophes and spaces stay. */
  public static String plain(String text) {
    String capitals = text.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
    return MARKS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Plain words between single spaces: equal for all spellings of one name. */
  public static String key(String text) {
    return OTHERS.matcher(plain(text)).replaceAll(" ").strip();
  }
}
