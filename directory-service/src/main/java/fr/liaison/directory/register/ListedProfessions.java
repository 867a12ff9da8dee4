package fr.liaison.directory.register;

import java.util.HashMap;
import java.util.Map;

/**
 * How many people a file lists by profession, each under that of the first row. Bounded, because a
 * hostile file may hold any number of codes: those that come too late are not counted.
 */
final class ListedProfessions {
  private static final int MOST = 10_000;

  private final Map<String, Listed> byCode = new HashMap<>();

  /** People of one profession, under the first of its labels in the order of letters. */
  record Listed(String label, long people) {}

  void add(String code, String label) {
    add(code, label, 1);
  }

  void add(String code, String label, long people) {
    if (byCode.size() < MOST || byCode.containsKey(code)) {
      byCode.merge(
          code,
          new Listed(label, people),
          (one, other) ->
              new Listed(
                  one.label().compareTo(other.label()) <= 0 ? one.label() : other.label(),
                  one.people() + other.people()));
    }
  }

  Map<String, Listed> byCode() {
    return Map.copyOf(byCode);
  }
}
