package fr.liaison.directory.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the professions that the directory knows, so that each of a million people costs a
 * few bits. Bounded: those met too late share number 0 and are not counted.
 */
final class KnownProfessions {
  static final int MOST = 10_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** Of a profession as code, bar and label; from 1. */
  int number(String profession) {
    Integer known = numbers.get(profession);
    if (known == null && names.size() < MOST) {
      names.add(profession);
      known = names.size();
      numbers.put(profession, known);
    }
    return known == null ? 0 : known;
  }

  /** Adds how many people have each, by number. */
  void addTo(ListedProfessions counted, long[] people) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int bar = name.indexOf('|');
      if (people[i + 1] > 0) {
        counted.add(name.substring(0, bar), name.substring(bar + 1), people[i + 1]);
      }
    }
  }
}
