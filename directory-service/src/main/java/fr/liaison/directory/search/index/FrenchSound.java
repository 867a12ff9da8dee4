package fr.liaison.directory.search.index;

/**
 * A key that words sounding alike in French share: "sophie" and "sofi", "lefebvre" and "lefaivre",
 * "quemener" and "kemener". Coarse on purpose, since it only ranks behind spelling. Words must be
 * as SearchWords makes them; one with anything but a to z is its own key.
 */
final class FrenchSound {
  private static final String SILENT_AT_END = "estdxzp";
  private static final int SHORTEST = 2;

  private final String word;
  private final StringBuilder key = new StringBuilder();
  private int at;

  private FrenchSound(String word) {
    this.word = word;
  }

  static String of(String word) {
    if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    String key = new FrenchSound(withoutSilentEnd(word)).read();
    return key.length() < SHORTEST ? word : key;
  }

  private static String withoutSilentEnd(String word) {
    if (word.length() > SHORTEST
        && (word.endsWith("er") || word.endsWith("ez") || word.endsWith("et"))) {
      // Spelt so that the loop below leaves it: the sound stays.
      return word.substring(0, word.length() - 2) + "ai";
    }
    int end = word.length();
    while (end > SHORTEST && SILENT_AT_END.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  private String read() {
    while (at < word.length()) {
      switch (word.charAt(at)) {
        case 'a', 'e', 'i', 'o', 'u', 'y' -> vowel();
        case 'c' -> c();
        case 'g' -> g();
        case 's' -> s();
        case 'p' -> {
          if (has("ph")) {
            put('f', 2);
          } else if (has("pt")) {
            at++;
          } else {
            put('p', 1);
          }
        }
        case 'b' -> {
          if (has("bv")) {
            at++;
          } else {
            put('b', 1);
          }
        }
        case 'q' -> put('k', has("qu") ? 2 : 1);
        case 'k' -> put('k', 1);
        case 'x' -> {
          put('k', 0);
          put('s', 1);
        }
        case 'z' -> put('s', 1);
        case 'w' -> put('v', 1);
        case 'h' -> at++;
        default -> put(word.charAt(at), 1);
      }
    }
    return key.toString();
  }

  private void vowel() {
    if (has("eau")) {
      put('o', 3);
    } else if (has("au")) {
      put('o', 2);
    } else if (has("ou")) {
      put('u', 2);
    } else if (has("oi") || has("oy")) {
      put('w', 0);
      put('a', 2);
    } else if (has("ai") || has("ay") || has("ei") || has("ey")) {
      if (isNasal(2)) {
        put('I', 3);
      } else {
        put('e', 2);
      }
    } else if (has("oeu")) {
      put('e', 3);
    } else if (has("eu") || has("oe")) {
      put('e', 2);
    } else if (isNasal(1)) {
      put(
          switch (word.charAt(at)) {
            case 'a', 'e' -> 'A';
            case 'o' -> 'O';
            default -> 'I';
          },
          2);
    } else {
      put(word.charAt(at) == 'y' ? 'i' : word.charAt(at), 1);
    }
  }

  /** Whether an n or m stands there that is heard only in the vowel before it. */
  private boolean isNasal(int offset) {
    char consonant = charAt(at + offset);
    char after = charAt(at + offset + 1);
    return (consonant == 'n' || consonant == 'm') && "aeiouyhnm".indexOf(after) < 0;
  }

  private void c() {
    if (has("ch")) {
      put("rln".indexOf(charAt(at + 2)) >= 0 ? 'k' : 'C', 2);
    } else if (has("ck") || has("cq")) {
      at++;
    } else {
      put(isSoft(at + 1) ? 's' : 'k', 1);
    }
  }

  private void g() {
    if (has("gn")) {
      put('n', 2);
    } else if (has("gu") && isSoft(at + 2)) {
      put('g', 2);
    } else if (has("gea") || has("geo")) {
      put('j', 2);
    } else {
      put(isSoft(at + 1) ? 'j' : 'g', 1);
    }
  }

  private void s() {
    if (has("sch")) {
      put('C', 3);
    } else if (has("sh")) {
      put('C', 2);
    } else {
      put('s', has("sc") && isSoft(at + 2) ? 2 : 1);
    }
  }

  private boolean isSoft(int index) {
    return "eiy".indexOf(charAt(index)) >= 0;
  }

  private boolean has(String letters) {
    return word.startsWith(letters, at);
  }

  /** Not a letter behind the end. */
  private char charAt(int index) {
    return index < word.length() ? word.charAt(index) : ' ';
  }

  /** Doubled sounds are one. */
  private void put(char sound, int letters) {
    if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
      key.append(sound);
    }
    at += letters;
  }
}
