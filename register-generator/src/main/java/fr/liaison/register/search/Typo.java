package fr.liaison.register.search;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.name.Folded;
import fr.liaison.register.name.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How people misspell a name. */
enum Typo {
  MISSING_LETTER,
  DOUBLED_LETTER,
  TRANSPOSED_LETTERS,
  PHONETIC,
  LOST_ACCENT,
  LOST_HYPHEN,
  LOST_PARTICLE;

  private static final int SHORTEST = 5;
  private static final List<String> PARTICLES =
      List.of(
          "le ", "la ", "de la ", "de ", "du ", "des ", "da ", "dos ", "ben ", "el ", "d'", "l'");

  /** The name misspelt, in small letters; empty when it offers no occasion. */
  Optional<String> of(Name name, Chance chance) {
    String text = name.text().toLowerCase(Locale.ROOT);
    String wrong =
        switch (this) {
          case MISSING_LETTER, DOUBLED_LETTER, TRANSPOSED_LETTERS -> letters(text, chance);
          case PHONETIC ->
              Phonetic.misheard(
                  Folded.plain(text.replace("ç", "ss")).toLowerCase(Locale.ROOT), chance);
          case LOST_ACCENT -> Folded.plain(text).toLowerCase(Locale.ROOT);
          case LOST_HYPHEN -> text.replace("-", chance.oneIn(2) ? "" : " ");
          case LOST_PARTICLE -> withoutParticle(text);
        };
    return wrong.equals(text) ? Optional.empty() : Optional.of(wrong);
  }

  /** Whether the words of the name are other words now, so that they could be somebody else's. */
  boolean changesWords() {
    return this != LOST_ACCENT && this != LOST_HYPHEN && this != LOST_PARTICLE;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The first letter stays: hardly anybody gets it wrong. */
  private String letters(String text, Chance chance) {
    if (text.length() < SHORTEST) {
      return text;
    }
    int at = 1 + chance.below(text.length() - 2);
    if (!Character.isLetter(text.charAt(at)) || !Character.isLetter(text.charAt(at + 1))) {
      return text;
    }
    String before = text.substring(0, at);
    String rest = text.substring(at + 1);
    return switch (this) {
      case MISSING_LETTER -> before + rest;
      case DOUBLED_LETTER -> before + text.charAt(at) + text.charAt(at) + rest;
      default -> before + rest.charAt(0) + text.charAt(at) + rest.substring(1);
    };
  }

  private static String withoutParticle(String text) {
    return PARTICLES.stream()
        .filter(text::startsWith)
        .findFirst()
        .map(particle -> text.substring(particle.length()))
        .orElse(text);
  }
}
