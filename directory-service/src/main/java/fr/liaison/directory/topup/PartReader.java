package fr.liaison.directory.topup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** Gathers one part of what entries say, each by its key once; of too many, none are taken. */
final class PartReader<T> {
  /** Nobody has more of anything. */
  static final int MOST = 100;

  private final Map<String, T> found = new LinkedHashMap<>();
  private final BinaryOperator<T> both;
  private final Predicate<T> binding;
  private boolean carried;
  private boolean whole = true;
  private boolean tooMany;

  /**
   * @param both what is said twice of one key
   * @param binding what is taken however much there is
   */
  PartReader(BinaryOperator<T> both, Predicate<T> binding) {
    this.both = both;
    this.binding = binding;
  }

  static <T> PartReader<T> ofFirst() {
    return new PartReader<>((first, second) -> first, one -> false);
  }

  void add(String key, T one) {
    carried = true;
    if (found.containsKey(key) || found.size() < MOST || binding.test(one)) {
      found.merge(key, one, both);
    } else {
      tooMany = true;
    }
  }

  /** Is said to be over. */
  void ended() {
    carried = true;
  }

  /** Is there, and says nothing to us. */
  void unreadable() {
    whole = false;
  }

  SourceDetails.Part<T> part() {
    if (!tooMany) {
      return new SourceDetails.Part<>(List.copyOf(found.values()), carried, whole);
    }
    List<T> bound = found.values().stream().filter(binding).toList();
    return new SourceDetails.Part<>(bound, !bound.isEmpty(), false);
  }
}
