package fr.liaison.register.chance;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Things to choose among, some more often than others. Weights are whole, so nothing is rounded.
 */
public final class Weighted<T> {
  private final List<T> things;
  private final long[] ends;

  private Weighted(List<T> things, long[] weights) {
    this.things = List.copyOf(things);
    this.ends = weights.clone();
    Arrays.parallelPrefix(ends, Long::sum);
  }

  public static <T> Weighted<T> of(List<T> things, ToLongFunction<T> weight) {
    return new Weighted<>(things, things.stream().mapToLong(weight).toArray());
  }

  /** Commonest first, each less common as one over its rank and an offset (Zipf, Mandelbrot). */
  public static <T> Weighted<T> byRank(List<T> things, int offset) {
    return new Weighted<>(
        things,
        IntStream.range(0, things.size())
            .mapToLong(rank -> 1_000_000L / (rank + offset))
            .toArray());
  }

  public T pick(Chance chance) {
    long at = chance.below(ends[ends.length - 1]);
    int found = Arrays.binarySearch(ends, at + 1);
    int index = found >= 0 ? found : -found - 1;
    while (index > 0 && ends[index - 1] > at) {
      index--; // things of weight zero share an end with the one before
    }
    return things.get(index);
  }

  public List<T> things() {
    return things;
  }
}
